import Desk
import Screen

/// A sheet of the register on paper eighty columns wide.
struct SheetPrinter {
  /// What stands between a label and its value.
  let colon: String

  static let columns = 80
  /// The widest label beside which a value begins.
  private static let widestLabel = 22

  /// - Parameter sheet: what is printed.
  /// - Throws: `CommandFailure` when it cannot be written.
  func print(_ sheet: RegisterSheet) throws {
    let rule = String(repeating: "=", count: SheetPrinter.columns)
    try Output.line(sheet.title)
    try Output.line(rule)
    let labels = sheet.sections.flatMap(\.rows).map { TextWidth.standard.columns(of: $0.label) }
    let gap = TextWidth.standard.columns(of: colon) + (colon.hasSuffix(" ") ? 0 : 1)
    let indent = min(labels.max() ?? 0, SheetPrinter.widestLabel) + 2 + gap
    for section in sheet.sections {
      try Output.line("")
      try Output.line(section.title)
      try Output.line(String(repeating: "-", count: SheetPrinter.columns))
      for row in section.rows { try print(row, indent: indent) }
    }
    try Output.line("")
    for signature in sheet.signatures {
      try Output.line("")
      try Output.line(self.line(for: signature, dated: sheet.dated))
    }
    if let remark = sheet.remark {
      try Output.line("")
      for line in SheetPrinter.wrapped(remark, SheetPrinter.columns) { try Output.line(line) }
    }
  }

  /// A label with its value beside it; what does not fit goes on below, in the same column.
  private func print(_ row: RegisterSheet.Row, indent: Int) throws {
    let label = "  " + Scrubber.line(row.label) + colon
    let blank = String(repeating: " ", count: indent)
    let lines = SheetPrinter.wrapped(row.value, SheetPrinter.columns - indent)
    let width = TextWidth.standard.columns(of: label)
    if width > indent {
      try Output.line(label)
      for line in lines { try Output.line(blank + line) }
      return
    }
    for (offset, line) in lines.enumerated() {
      let start = offset == 0 ? label + String(repeating: " ", count: indent - width) : blank
      try Output.line(start + line)
    }
  }

  /// Who signs, a line to sign on, and one for the date.
  private func line(for signature: String, dated: String) -> String {
    let measure = TextWidth.standard
    let label = "  " + signature + colon
    let date = "  " + dated + colon + String(repeating: "_", count: 14)
    let room = SheetPrinter.columns - measure.columns(of: label) - measure.columns(of: date)
    let start = max(8, 32 - measure.columns(of: label))
    return label + String(repeating: " ", count: start)
      + String(repeating: "_", count: max(4, room - start)) + date
  }

  static func wrapped(_ text: String, _ columns: Int) -> [String] {
    let wrap = TextWrap(Scrubber.lines(text), columns: columns)
    return wrap.lines.indices.map { line in
      String(wrap.shown(line).reversed().drop { $0 == " " }.reversed())
    }
  }
}
