import Desk
import Foundation
import Playbook
import Screen
import Vocabulary

/// Tables with bars, as wide as the terminal.
struct ReportPrinter {
  let words: ReportWords
  /// Columns there are.
  let width: Int
  /// Whether bars are drawn with signs every terminal has.
  let isPlain: Bool

  private let measure = TextWidth.standard
  /// The most columns that what a row is about takes, and the longest bar.
  private static let widest = (key: 38, bar: 24)

  /// - Parameter report: what is printed.
  /// - Throws: `CommandFailure` when it cannot be written.
  func print(_ report: Report) throws {
    try Output.line(headline(report))
    for table in report.tables {
      try Output.line("")
      try print(table, by: report.query.grouping ?? .cause)
    }
  }

  private func headline(_ report: Report) -> String {
    let time = TimeWords(words.place.language, timeZone: report.query.timeZone)
    var parts = [words.texts["report.title.\(report.query.kind.rawValue)"]]
    if let about = report.query.about {
      parts.append(words.texts("report.about", ["what": Scrubber.line(about)]))
    }
    if let from = report.query.from {
      parts.append(words.texts("report.from", ["time": time.stamp(from, now: report.at)]))
    }
    if let to = report.query.to {
      parts.append(words.texts("report.to", ["time": time.stamp(to, now: report.at)]))
    }
    parts.append(words.texts("report.cases", count: report.cases))
    return plain(parts.joined(separator: " · "))
  }

  private func print(_ table: ReportTable, by grouping: ReportGrouping) throws {
    try Output.line(plain(words.title(of: table, by: grouping)))
    if table.rows.isEmpty {
      let why = table.withheld.map(words.sentence(on:)) ?? words.texts["report.nothing"]
      try indented(why)
      return
    }
    let keys = table.columns.count { $0.kind == .key }
    let figures = Array(table.columns.dropFirst(keys))
    let names = table.rows.map { row in
      plain(
        row.prefix(keys).filter { $0.note == nil }.map(words.text(of:)).filter { !$0.isEmpty }
          .joined(separator: " · "))
    }
    let cells = table.rows.map { row in row.dropFirst(keys).map { plain(words.text(of: $0)) } }
    let headings = figures.map { plain(words.name(of: $0)) }
    let widths = headings.indices.map { column in
      ([headings[column]] + cells.compactMap { $0.indices.contains(column) ? $0[column] : nil })
        .map { measure.columns(of: $0) }.max() ?? 0
    }
    let taken = widths.reduce(0) { $0 + $1 + 2 } + 2
    let room = max(8, min(ReportPrinter.widest.key, width - taken))
    let key = min(room, names.map { measure.columns(of: $0) }.max() ?? 0)
    let bar = min(ReportPrinter.widest.bar, width - taken - key - 2)
    let counts = table.rows.map { count(in: $0) }
    let most = counts.max() ?? 0
    try Output.line(line("", headings, key: key, widths: widths))
    for (index, name) in names.enumerated() {
      // Rows that differ only in what somebody wrote are one, with the words below it.
      let isSame = index > 0 && names[index - 1] == name && table.rows[index - 1].hasNote
      if !isSame || !table.rows[index].hasNote {
        let drawn = bar >= 4 && most > 0 ? "  " + self.bar(counts[index], of: most, bar) : ""
        let text = line(name, cells[index], key: key, widths: widths) + drawn
        try Output.line(trimmed(text))
      }
      let isList = table.id == "launch"
      for line in notes(in: table.rows[index], isList: isList) { try Output.line(line) }
      if isList, !table.rows[index].hasNote {
        try Output.line("    [ ] " + plain(words.texts["report.no_measure"]))
      }
    }
    if let legend = words.legend(of: table) { try indented(legend) }
    if let withheld = table.withheld { try indented(words.sentence(on: withheld)) }
  }

  /// What somebody wrote, in lines of its own.
  private func notes(in row: [ReportCell], isList: Bool) -> [String] {
    let lead = isList ? "    [ ] " : "    - "
    return row.compactMap(\.note).flatMap { note in
      SheetPrinter.wrapped(plain(note), max(20, width - lead.count)).enumerated().map {
        offset, line in
        (offset == 0 ? lead : String(repeating: " ", count: lead.count)) + line
      }
    }
  }

  /// The first number of a row: what its bar shows.
  private func count(in row: [ReportCell]) -> Int {
    for case .count(let count) in row { return count }
    return 0
  }

  private func bar(_ count: Int, of most: Int, _ columns: Int) -> String {
    guard count > 0 else { return "" }
    let halves = max(1, count * columns * 2 / most)
    if isPlain { return String(repeating: "#", count: max(1, halves / 2)) }
    return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▌" : "")
  }

  /// What a row is about, then its figures, each at the right of its column.
  private func line(_ name: String, _ cells: [String], key: Int, widths: [Int]) -> String {
    let ellipsis = isPlain ? "..." : "…"
    let shown = measure.truncated(Scrubber.line(name), to: key, ellipsis: ellipsis)
    var text = "  " + shown + blanks(key - measure.columns(of: shown))
    for (cell, width) in zip(cells, widths) {
      text += "  " + blanks(width - measure.columns(of: cell)) + cell
    }
    return text
  }

  private func indented(_ text: String) throws {
    for line in SheetPrinter.wrapped(plain(text), max(20, width - 2)) {
      try Output.line("  " + line)
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The text without the signs of ours that a plain terminal lacks.
  private func plain(_ text: String) -> String {
    guard isPlain else { return text }
    return text.replacing("–", with: "-").replacing("×", with: "x").replacing("·", with: "|")
      .replacing("…", with: "...")
  }
}

extension ReportCell {
  /// Words as somebody wrote them, which have no place in a column.
  fileprivate var note: String? {
    if case .term(.words(let words)) = self { words } else { nil }
  }
}

extension [ReportCell] {
  fileprivate var hasNote: Bool { contains { $0.note != nil } }
}
