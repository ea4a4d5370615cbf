/// Makes untrusted text safe to show.
///
/// Controls are shown as signs (`␛` for ESC) or U+FFFD and never sent; direction controls, joiners
/// and everything invisible are dropped; a mark without a base gets a dotted circle and a fifth
/// mark on one base is dropped; private, unassigned and non-characters become U+FFFD. Text that
/// enters a ``Frame`` passes through the same rules by itself, so this is for the command line.
/// Scrubbing twice changes nothing more.
package enum Scrubber {
  /// Makes text safe to print within one line: line breaks become one blank, tabs become blanks.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text without anything a terminal could obey, linear in its length.
  package static func line(_ text: some StringProtocol) -> String {
    scrub(text, lineBreak: " ")
  }

  /// Makes text safe to print over several lines: every kind of line break becomes LF.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The text with LF as its only control character, linear in its length.
  package static func lines(_ text: some StringProtocol) -> String {
    scrub(text, lineBreak: "\n")
  }

  private static func scrub(_ text: some StringProtocol, lineBreak: String) -> String {
    text.withUTF8Bytes { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(text) }
      var cursor = ClusterCursor(bytes, measure: .standard)
      var safe = ""
      safe.reserveCapacity(bytes.count)
      while let cluster = cursor.next() {
        if cluster.kind == .lineBreak {
          safe.append(lineBreak)
          // The blank that stands for a line break is counted like any other.
          if lineBreak == "\n" { cursor.column = 0 }
        } else {
          cluster.append(to: &safe)
        }
      }
      return safe
    }
  }
}
