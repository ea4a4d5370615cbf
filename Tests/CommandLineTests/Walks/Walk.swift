import Foundation
import Testing

/// A customer's case from the first word on, as lines for `calmdesk do`.
///
/// In a line, `"phrase":ID` stands for a message made of a shipped phrase, filled in with `values`.
struct Walk: Sendable, CustomTestStringConvertible {
  let language: String
  /// What the variables of phrases hold.
  let values: [String: String]
  /// What is done, sitting by sitting.
  let sittings: [Sitting]

  var testDescription: String { language }

  struct Sitting: Sendable {
    let now: String
    let lines: String
  }

  /// The lines of a sitting with the case and the phrases in them.
  func commands(in sitting: Sitting, phrases: [String: String]) throws -> String {
    try sitting.lines.split(separator: "\n").map { line in
      var line = String(line)
      if !line.contains(#""do":"open""#) {
        line = line.replacing(#"{"do""#, with: #"{"case":"C-1001","do""#, maxReplacements: 1)
      }
      guard let match = line.firstMatch(of: /"phrase":"([a-z_.]+)"/) else { return line }
      let id = String(match.1)
      var text = try #require(phrases[id], "The playbook has no phrase \(id).")
      for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
      let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
      return line.replacing(match.0, with: #""phrases":["\#(id)"],"text":\#(quoted)"#)
    }.joined(separator: "\n")
  }

  /// Carries the walk out.
  ///
  /// - Parameter station: where.
  /// - Returns: the answers, sitting by sitting.
  /// - Throws: when the program cannot be started or answers no JSON.
  func run(at station: Station) async throws -> [[Document]] {
    let phrases = try await phrases(at: station)
    var answers: [[Document]] = []
    for sitting in sittings {
      let done = try await station.calmdesk(
        "do", "--lang", language, "--now", sitting.now,
        input: try commands(in: sitting, phrases: phrases))
      #expect(done.complaint.isEmpty)
      #expect(done.dangers == [])
      answers.append(try done.documents())
    }
    return answers
  }

  /// The shipped phrases of the kinds used here, by id.
  private func phrases(at station: Station) async throws -> [String: String] {
    var phrases: [String: String] = [:]
    for match in sittings.map(\.lines).joined().matches(of: /"phrase":"([a-z_]+)\./) {
      let kind = String(match.1)
      guard !phrases.keys.contains(where: { $0.hasPrefix(kind + ".") }) else { continue }
      let shown = try await station.calmdeskAlone("playbook", "show", kind, "--lang", language)
      for line in shown.lines {
        guard let end = line.firstIndex(of: " ") else { continue }
        phrases[String(line[..<end])] = line[end...].trimmingCharacters(in: .whitespaces)
      }
    }
    return phrases
  }
}
