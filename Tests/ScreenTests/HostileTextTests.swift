import Foundation
import Screen
import ScreenTesting
import Testing

/// What strangers write reaches no terminal as anything but text in its place.
///
/// `CALMDESK_HOSTILE=1000000` makes it a million strings instead of twenty thousand.
@Suite struct HostileTextTests {
  private static let count =
    ProcessInfo.processInfo.environment["CALMDESK_HOSTILE"].flatMap(Int.init) ?? 20_000

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: return true
    case 0..<0x20, 0x7F..<0xA0: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .lineSeparator, .paragraphSeparator: return false
    // The Arabic number sign and its like are seen; joiners and direction controls are not.
    case .format: return !scalar.properties.isDefaultIgnorableCodePoint
    default: return true
    }
  }

  /// The first thing wrong with a row that a text was put on, if any.
  private static func fault(_ frame: Frame, row: Int, from column: Int, used: Int) -> String? {
    var width = 0
    var isOwed = false
    for (place, cell) in frame.cells(inRow: row).enumerated() {
      if cell.isContinuation != isOwed { return "a torn character at column \(place)" }
      isOwed = cell.width == 2
      width += cell.width
      let isOutside = place < column || place >= column + used
      if isOutside, cell.base != 0x20, !cell.isContinuation {
        return "a cell out of place at column \(place)"
      }
      var isFine = true
      cell.forEachScalar { isFine = isFine && isHarmless($0) }
      if !isFine { return "a control at column \(place)" }
    }
    return isOwed || width != frame.size.columns ? "a row of \(width) columns" : nil
  }

  @Test func `no control gets out and no cell is out of place`() {
    var random = SeededGenerator(seed: 1_903)
    let measures = [TextWidth.standard, TextWidth(ambiguousIsWide: true)]
    let size = Size(columns: 19, rows: 1)
    for number in 0..<Self.count {
      let text = NastyText.makeFromBytes(length: 24, using: &random)
      let measure = measures[number % 2]
      // At the left edge, in the middle, and in the last columns, where a wide one does not fit.
      let column = [0, Int.random(in: 0...18, using: &random), 17, 18][number % 4]
      var frame = Frame(size, measure: measure)
      let used = frame.put(
        text, at: Position(column: column, row: 0),
        overflow: number % 3 == 0 ? .ellipsis : .clip)
      let whole = measure.columns(of: text)
      let fits = whole <= 19 - column
      let scrubbed = Scrubber.line(text)
      let isSafe = scrubbed.unicodeScalars.allSatisfy(Self.isHarmless)
      let isMeasured = fits ? used == whole : used <= 19 - column
      let isStable =
        measure != .standard || column % 4 != 0 || measure.columns(of: scrubbed) == whole
      let fault = Self.fault(frame, row: 0, from: column, used: used)
      guard fault != nil || !isSafe || !isMeasured || !isStable else { continue }
      Issue.record(
        """
        \(text.debugDescription) at column \(column), seen as “\(frame.text)”: \
        \(fault ?? "no fault"), safe \(isSafe), measured \(isMeasured), stable \(isStable)
        """)
      return
    }
  }

  @Test func `no line of wrapped text is wider than its room`() {
    var random = SeededGenerator(seed: 77)
    for _ in 0..<Self.count / 20 {
      let text = NastyText.makeFromBytes(length: 120, using: &random)
      let columns = Int.random(in: 2...30, using: &random)
      let wrap = TextWrap(text, columns: columns)
      var frame = Frame(Size(columns: columns + 4, rows: 1))
      for line in wrap.lines.indices {
        let used = frame.put(wrap.shown(line), at: .zero)
        #expect(used <= columns, "\(wrap.shown(line).debugDescription) in \(columns) columns")
      }
    }
  }
}
