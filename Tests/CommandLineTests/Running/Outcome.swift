import Foundation
import Testing

/// What a run of the program came to.
struct Outcome: Sendable {
  /// The exit code, or the number of the signal that ended it.
  let code: Int32
  let wasKilled: Bool
  let output: Data
  let errors: Data

  /// What was printed.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// What was said on standard error.
  var complaint: String { String(decoding: errors, as: UTF8.self) }
  /// The lines printed.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
  /// The lines said on standard error.
  var complaints: [String] { complaint.split(separator: "\n").map(String.init) }

  /// The one JSON document printed.
  func document() throws -> Document { try Document(parsing: output) }

  /// The JSON documents printed, one a line.
  func documents() throws -> [Document] {
    try lines.map { try Document(parsing: Data($0.utf8)) }
  }

  /// What in either stream a terminal could act on, or would not show: everything but plain text in
  /// valid UTF-8, with line feeds between.
  var dangers: [String] {
    [("output", output), ("errors", errors)].flatMap { name, bytes -> [String] in
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return ["\(name) is no UTF-8"]
      }
      return text.unicodeScalars.filter(\.isDangerous).map {
        "\(name) has U+" + String($0.value, radix: 16, uppercase: true)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDangerous: Bool {
    if self == "\n" { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      return true
    default: return false
    }
  }
}
