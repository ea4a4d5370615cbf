extension StringProtocol {
  /// Without white space at either end.
  ///
  /// - Complexity: linear in the white space, not in the text.
  var trimmingWhitespace: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[start..<scalars.index(after: end)])
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.isBlank) }
}

extension Unicode.Scalar {
  /// White space of any script; asks the tables only where it must.
  fileprivate var isBlank: Bool {
    if value < 0x80 { return value == 0x20 || (0x09...0x0D).contains(value) }
    if (0x3001...0xFFEF).contains(value) { return false }
    return properties.isWhitespace
  }
}
