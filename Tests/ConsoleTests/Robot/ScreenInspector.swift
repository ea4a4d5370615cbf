import Console
import Screen

/// Looks at a screen and says what is wrong with it, whatever it shows.
struct ScreenInspector {
  let model: Model

  /// What is wrong, a sentence each; none when all is well. Costs two drawings of the screen.
  var faults: [String] {
    let frame = model.view()
    let anew = model.lettingGo().view()
    var faults: [String] = []
    if frame.size != model.size { faults.append("a frame of \(frame.size) for \(model.size)") }
    for row in 0..<frame.size.rows {
      if let fault = ScreenInspector.fault(in: frame.cells(inRow: row), of: frame.size.columns) {
        faults.append("row \(row): \(fault)")
      }
    }
    if let cursor = frame.cursor, !frame.bounds.contains(cursor) {
      faults.append("the cursor at \(cursor)")
    }
    if model.layout != nil, model.open != nil, model.focus == .composer, model.overlay == nil,
      frame.cursor == nil
    {
      faults.append("no cursor where somebody writes")
    }
    if frame != anew {
      let rows = zip(frame.lines, anew.lines).enumerated().filter { $0.1.0 != $0.1.1 }
      let first = rows.first.map { "row \($0.0) “\($0.1.0)”, anew “\($0.1.1)”" }
      faults.append("kept for too long: " + (first ?? "styles, cursor or zones"))
    }
    if let missing = ScreenInspector.missingText(in: frame.lines) {
      faults.append("a text is missing: \(missing)")
    }
    return faults
  }

  /// The first word on the screen that is the path of a text: so one shows that is not there.
  private static func missingText(in lines: [String]) -> String? {
    for line in lines where line.utf8.contains(UInt8(ascii: ".")) {
      for word in line.split(whereSeparator: { !$0.isASCII || " ()[]|:,".contains($0) }) {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, roots.contains(String(parts[0])),
          let next = parts[1].first, next.isLetter, next.isLowercase
        else { continue }
        return String(word)
      }
    }
    return nil
  }

  private static let roots: Set<String> = [
    "screen", "action", "need", "gate", "refusal", "heat", "channel", "state", "role", "act",
    "clock", "field", "time", "danger", "language", "reason", "practice", "variable",
  ]

  private static func fault(in cells: ArraySlice<Cell>, of columns: Int) -> String? {
    var width = 0
    var isOwed = false
    for (place, cell) in cells.enumerated() {
      if cell.isContinuation != isOwed { return "a torn character at column \(place)" }
      isOwed = cell.width == 2
      width += cell.width
      var bad: Unicode.Scalar?
      cell.forEachScalar { if !isHarmless($0) { bad = $0 } }
      if let bad { return "U+\(String(bad.value, radix: 16)) at column \(place)" }
    }
    return isOwed || width != columns ? "\(width) columns wide" : nil
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: return true
    case 0..<0x20, 0x7F..<0xA0: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return false
    case .format: return !scalar.properties.isDefaultIgnorableCodePoint
    default: return true
    }
  }
}
