/// Rows for spreadsheets (RFC 4180), in UTF-8.
package enum CommaSeparated {
  /// One row, without its line end, which is CRLF.
  ///
  /// Customers write what they like: a text that a spreadsheet would take for a formula begins with
  /// an apostrophe, and what a terminal would obey is left out. Numbers stay as they are.
  ///
  /// - Parameter cells: the texts of the row.
  /// - Returns: the row, each text in quotation marks where it must be.
  package static func row(_ cells: [Cell]) -> String {
    cells.map(\.written).joined(separator: ",")
  }

  /// What stands in a cell.
  package enum Cell: Equatable, Sendable {
    /// Anybody's words.
    case text(String)
    /// A number of ours.
    case number(String)
    case empty

    var written: String {
      switch self {
      case .empty: ""
      case .number(let number): number
      case .text(let text): CommaSeparated.quoted(CommaSeparated.harmless(text))
      }
    }
  }

  /// What spreadsheets take for the beginning of a formula, in full width too.
  private static let formula: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  private static func harmless(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control where scalar == "\n": shown.append(scalar)
      case .control where scalar == "\t": shown.append(" ")
      case .control: continue
      case .format, .lineSeparator, .paragraphSeparator: continue
      default: shown.append(scalar)
      }
    }
    let first = shown.first { !$0.properties.isWhitespace }
    let isFormula = first.map(formula.contains) ?? false
    return (isFormula ? "'" : "") + String(shown)
  }

  private static func quoted(_ text: String) -> String {
    let mustBe = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
    guard mustBe || text.first?.isWhitespace == true || text.last?.isWhitespace == true else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
