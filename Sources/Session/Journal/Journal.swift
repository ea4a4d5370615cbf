import Foundation
import Synchronization
package import Vocabulary

/// The file in which one person's words for one desk wait while the desk cannot be reached.
///
/// Records are added at its end and synced before anybody is told that they are kept. Several consoles
/// of one person share it: whoever changes it holds its lock and reads it anew first, and one at a time
/// sends. It is there only while there is something in it.
package final class Journal: Sendable {
  private struct Seen: Equatable {
    var outbox = Outbox()
    var file: UInt64 = 0
    var size: Int64 = 0
    var changed: [Int] = []
  }

  /// Where it lies.
  package let path: String
  private let seen = Mutex(Seen())
  /// A file that grew beyond this is written anew with what still counts.
  private static let mostBytes: Int64 = 262_144

  /// Something of the file could not be done.
  package struct Trouble: Error, Equatable, CustomStringConvertible {
    package let path: String
    package let why: String
    package var description: String {
      "What you wrote could not be kept in \(path): \(why). It is still in the composer; make room "
        + "there, or make the folder writable."
    }
  }

  /// Names the file; touches nothing.
  ///
  /// - Parameters:
  ///   - folder: of the program's state.
  ///   - desk: how the desk is called, without a password.
  ///   - person: whose words.
  package init(folder: String, desk: String, person: PersonID) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(desk)\n\(person)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    path =
      folder + "/unsent-" + String(repeating: "0", count: 16 - digits.count) + digits + ".jsonl"
  }

  /// What is in it, as this process last saw it.
  package var outbox: Outbox { seen.withLock { $0.outbox } }

  /// Looks whether another process has changed it; costs a look at the file's size where it has not.
  ///
  /// - Returns: what is in it now.
  /// - Throws: `Trouble`.
  @discardableResult package func refresh() throws(Trouble) -> Outbox {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw trouble() }
      seen.withLock { $0 = Seen() }
      return Outbox()
    }
    let known = seen.withLock { seen in
      seen.file == UInt64(status.st_ino) && seen.size == Int64(status.st_size)
        && seen.changed == Self.changed(status)
        ? seen.outbox : nil
    }
    if let known { return known }
    return try write { _ in [] }
  }

  /// Adds records, and returns when they would survive the loss of power.
  ///
  /// - Parameter body: gets what is in it now, whoever put it there, and says what to add.
  /// - Returns: what is in it afterwards.
  /// - Throws: `Trouble`; nothing was added then.
  @discardableResult package func write(
    _ body: (Outbox) -> [JournalRecord]
  ) throws(Trouble) -> Outbox {
    try locked { descriptor throws(Trouble) in
      let (data, end) = try read(descriptor)
      var outbox = Self.fold(data.prefix(end))
      let records = body(outbox)
      for record in records { outbox.apply(record) }
      if !records.isEmpty {
        // A line without its end was being written when somebody died; it was never acknowledged.
        guard ftruncate(descriptor, off_t(end)) == 0 else { throw trouble() }
        do throws(Trouble) {
          try append(records, to: descriptor, at: end)
        } catch {
          ftruncate(descriptor, off_t(end))
          throw error
        }
      }
      if outbox.isEmpty {
        unlink(path)
        seen.withLock { $0 = Seen() }
        return outbox
      }
      try note(outbox, descriptor)
      return outbox
    }
  }

  /// Runs a body as the only one who sends from here.
  ///
  /// - Returns: what the body returned; nil when another process is sending.
  /// - Throws: what the body threw.
  package func sending<Result>(_ body: () throws -> Result) throws -> Result? {
    let descriptor = open(path + ".sending", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw trouble() }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    return try body()
  }

  // MARK: - The file

  /// What records fold to; lines that are none are passed over.
  static func fold(_ data: Data) -> Outbox {
    var outbox = Outbox()
    for line in data.split(separator: UInt8(ascii: "\n")) {
      if let record = JournalRecord(line: line) { outbox.apply(record) }
    }
    return outbox
  }

  private func locked<Result>(
    _ body: (Int32) throws(Trouble) -> Result
  ) throws(Trouble) -> Result {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw trouble() }
      defer { close(descriptor) }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else { throw trouble() }
      }
      var ours = stat()
      var theirs = stat()
      guard fstat(descriptor, &ours) == 0 else { throw trouble() }
      // Somebody may have taken it away, or put another in its place, before it was ours.
      if stat(path, &theirs) == 0, ours.st_ino == theirs.st_ino, ours.st_dev == theirs.st_dev {
        return try body(descriptor)
      }
    }
  }

  /// - Returns: all of it, and where the last whole line ends.
  private func read(_ descriptor: Int32) throws(Trouble) -> (data: Data, end: Int) {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, off_t(data.count))
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw trouble()
      }
      if count == 0 { break }
      data.append(contentsOf: buffer[..<count])
    }
    return (data, data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }

  private func append(
    _ records: [JournalRecord], to descriptor: Int32, at start: Int
  ) throws(Trouble) {
    var data = Data()
    for record in records {
      guard let line = try? record.line else {
        throw Trouble(path: path, why: "it cannot be written down")
      }
      data.append(line)
      data.append(UInt8(ascii: "\n"))
    }
    let bytes = [UInt8](data)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + done))
      }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw trouble()
      }
      done += count
    }
    guard fsync(descriptor) == 0 else { throw trouble() }
    // The name of a new file has to survive as well.
    if start == 0 { syncFolder() }
  }

  /// Remembers how the file looks now, and writes it anew where most of it is of no use any more.
  private func note(_ outbox: Outbox, _ descriptor: Int32) throws(Trouble) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw trouble() }
    if Int64(status.st_size) > Self.mostBytes { try shrink(outbox, &status) }
    seen.withLock {
      $0 = Seen(
        outbox: outbox, file: UInt64(status.st_ino), size: Int64(status.st_size),
        changed: Self.changed(status))
    }
  }

  /// Puts a file with what still counts in the place of this one, where much is gained by it.
  private func shrink(_ outbox: Outbox, _ status: inout stat) throws(Trouble) {
    let other = path + ".new"
    let descriptor = open(other, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw trouble() }
    defer { close(descriptor) }
    try append(outbox.records, to: descriptor, at: 0)
    var new = stat()
    guard fstat(descriptor, &new) == 0, new.st_size < status.st_size / 2,
      rename(other, path) == 0
    else {
      unlink(other)
      return
    }
    syncFolder()
    status = new
  }

  private func syncFolder() {
    let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func changed(_ status: stat) -> [Int] {
    #if canImport(Darwin)
      [Int(status.st_mtimespec.tv_sec), Int(status.st_mtimespec.tv_nsec)]
    #else
      [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    #endif
  }

  private func trouble() -> Trouble { Trouble(path: path, why: String(cString: strerror(errno))) }
}
