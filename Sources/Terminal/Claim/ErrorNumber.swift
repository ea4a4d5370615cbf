#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The system's own words for its error numbers.
enum ErrorNumber {
  /// Words for a number.
  ///
  /// - Parameter code: The number.
  /// - Returns: What the system calls it, in its language.
  static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
