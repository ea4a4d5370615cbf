// The bare system calls whose names members of this module have too.
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Calls `poll`, which ``Terminal`` has a method named like.
///
/// - Parameters:
///   - descriptors: What is watched.
///   - count: How many.
///   - milliseconds: How long; negative for ever.
/// - Returns: How many are ready; negative for an error.
func systemPoll(
  _ descriptors: UnsafeMutablePointer<pollfd>?, _ count: nfds_t, _ milliseconds: Int32
) -> Int32 {
  poll(descriptors, count, milliseconds)
}

/// Calls `read`.
///
/// - Parameters:
///   - descriptor: What is read.
///   - buffer: Where the bytes go.
///   - count: The most bytes read.
/// - Returns: How many were read; 0 at the end, negative for an error.
func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// Calls `write`.
///
/// - Parameters:
///   - descriptor: What is written to.
///   - buffer: Where the bytes are.
///   - count: How many.
/// - Returns: How many were written; negative for an error.
func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
