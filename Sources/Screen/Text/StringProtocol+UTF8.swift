extension StringProtocol {
  /// Calls with the text's UTF-8 bytes in one piece, copying only a text that is not stored so.
  ///
  /// - Parameter body: What is done with the bytes, which are valid only inside it.
  /// - Returns: What the body returned.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
