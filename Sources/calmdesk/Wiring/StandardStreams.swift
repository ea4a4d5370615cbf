import Foundation

/// The three streams every program is given, which may come to it closed.
enum StandardStreams {
  /// Makes sure that no file of ours ever stands in for one of them.
  ///
  /// A closed one would be given to the next file that is opened, such as the desk, and words meant
  /// for a screen would be written into it. What stands in instead cannot be used the way the
  /// stream is used, so that using it still fails. A limit on the size of files becomes an error
  /// that can be told, not the end of the program.
  static func settle() {
    signal(SIGXFSZ, SIG_IGN)
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
      _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
