/// How learned hints are written down: a lexicon file in YAML, grouped by their points.
package enum HintsFile {
  /// Columns a line may have.
  private static let width = 99

  /// The file of `votes`, under `comment`, which may have several lines.
  package static func text(_ votes: [LabelHints], comment: String) -> String {
    var lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "#" : "# \($0)" }
    lines.append("votes:")
    for vote in votes {
      lines.append("  - reads: \(vote.reads.rawValue)")
      lines.append("    kind: \(vote.kind)")
      lines.append("    lang: \(vote.lang.rawValue)")
      lines.append("    start: \(number(vote.start))")
      if let pass = vote.pass { lines.append("    pass: \(number(pass))") }
      lines.append("    hints:\(vote.hints.isEmpty ? " {}" : "")")
      let groups = vote.hints.sorted { (Double($0.key) ?? 0) > (Double($1.key) ?? 0) }
      for (points, hints) in groups {
        lines.append("      \"\(points)\": >-")
        lines += wrapped(hints)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ hints: String) -> [String] {
    let indent = "        "
    var lines: [String] = []
    var line = ""
    var used = 0
    for hint in hints.split(separator: " ") {
      let columns = hint.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      if !line.isEmpty, used + 1 + columns > width - indent.count {
        lines.append(indent + line)
        line = ""
        used = 0
      }
      line += line.isEmpty ? String(hint) : " " + hint
      used += columns + 1
    }
    if !line.isEmpty { lines.append(indent + line) }
    return lines
  }

  /// A number of points with two digits at most.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let digits =
      part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    return (hundredths < 0 ? "-" : "") + "\(whole)" + digits
  }
}
