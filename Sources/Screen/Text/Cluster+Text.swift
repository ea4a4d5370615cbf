extension Cluster {
  /// Adds what is shown of the piece to a text: no control, nothing invisible.
  ///
  /// - Parameter text: The text that grows.
  func append(to text: inout String) {
    if kind == .tab {
      text.append(String(repeating: " ", count: columns))
      return
    }
    text.unicodeScalars.append(Unicode.Scalar(base) ?? "\u{FFFD}")
    marks.forEach { text.unicodeScalars.append(Unicode.Scalar($0) ?? "\u{FFFD}") }
  }
}
