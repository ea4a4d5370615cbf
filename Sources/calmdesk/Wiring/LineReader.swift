import Foundation

/// Reads a file line by line without holding more than one line.
struct LineReader: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer = Data()
  private var searched = 0
  private var atEnd = false

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `CommandFailure` when it cannot be read.
  init(path: String) throws {
    if path == "-" {
      handle = .standardInput
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure("There is no file “\(path)”.", CommandFailure.noInput)
    }
    guard !isFolder.boolValue, let opened = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure(
        "“\(path)” cannot be read; it must be a file you may read.", CommandFailure.noInput)
    }
    handle = opened
  }

  /// The next line without its end; nil after the last.
  mutating func next() -> Data? {
    while true {
      if let end = buffer[(buffer.startIndex + searched)...].firstIndex(of: 10) {
        let line = buffer[buffer.startIndex..<end]
        buffer = buffer[(end + 1)...]
        searched = 0
        return Data(line.last == 13 ? line.dropLast() : line)
      }
      searched = buffer.count
      if atEnd {
        guard !buffer.isEmpty else { return nil }
        defer {
          buffer = Data()
          searched = 0
        }
        return Data(buffer)
      }
      if let more = try? handle.read(upToCount: 1 << 18), !more.isEmpty {
        buffer = Data(buffer) + more
      } else {
        atEnd = true
      }
    }
  }
}
