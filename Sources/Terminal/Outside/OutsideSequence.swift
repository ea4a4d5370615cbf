internal import Screen

/// Sequences that reach beyond the screen: the clipboard and the desktop's notices.
///
/// Both only ever write. Nothing in them can end the sequence early: what is copied goes out in
/// base 64, and a notice is scrubbed and cut.
package enum OutsideSequence {
  /// The most bytes of UTF-8 that are copied; terminals take little more.
  package static let copyLimit = 64 << 10
  /// The most columns of a notice.
  package static let noticeColumns = 160

  /// The sequence that puts a text on the clipboard (OSC 52).
  ///
  /// - Parameter text: Any text.
  /// - Returns: nil when it is longer than ``copyLimit``: half of it would be worse than nothing.
  package static func copy(_ text: String) -> String? {
    guard text.utf8.count <= copyLimit else { return nil }
    return "\u{1B}]52;c;\(base64(Array(text.utf8)))\u{7}"
  }

  /// The sequence that shows a notice on the desktop.
  ///
  /// - Parameters:
  ///   - text: Any text; what does not fit on a line of ``noticeColumns`` is left out.
  ///   - way: How the terminal wants it.
  ///   - throughTmux: Whether tmux stands between; it hands on what is wrapped for it, where it is
  ///     allowed to.
  /// - Returns: The sequence.
  package static func notice(_ text: String, way: NoticeWay, throughTmux: Bool = false) -> String {
    let line = TextWidth.standard.truncated(Scrubber.line(text), to: noticeColumns)
    let plain = line.trimmed
    let sequence =
      switch way {
      // The name first: a digit and a semicolon would be a command to some terminals.
      case .osc9: "\u{1B}]9;CalmDesk: \(plain)\u{7}"
      // A semicolon would begin another field.
      case .osc777:
        "\u{1B}]777;notify;CalmDesk;\(plain.withoutSemicolons)\u{7}"
      }
    guard throughTmux else { return sequence }
    return "\u{1B}Ptmux;" + sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}") + "\u{1B}\\"
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = UInt32(bytes[start]) << 16
      if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
      if count > 2 { group |= UInt32(bytes[start + 2]) }
      for place in 0..<4 {
        text.append(
          place <= count
            ? letters[Int(group >> UInt32(18 - 6 * place)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// With commas for semicolons, also for those that a mark has joined.
  fileprivate var withoutSemicolons: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { $0 == ";" ? "," : $0 })
    return String(scalars)
  }

  /// Without blanks at either end.
  fileprivate var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " })
    else { return "" }
    return String(self[start...end])
  }
}
