import Desk
import Foundation
import Workflow

/// Reads JSON lines from a file or standard input, holding no more than one line at a time.
struct LineReader {
  /// What the lines come from, for sentences.
  let source: String
  private let handle: FileHandle
  private var buffer = Data()
  /// Where the next line begins in the buffer, and how far its end was looked for.
  private var start = 0
  private var searched = 0
  private var atEnd = false
  private var number = 0

  /// Bytes one line may have; ten times what the longest message takes.
  static let longestLine = 16_000_000

  /// A line that is not blank.
  struct Line {
    /// From 1, as editors count.
    let number: Int
    fileprivate let bytes: Data
    fileprivate let isWhole: Bool

    /// The JSON in the line.
    ///
    /// - Returns: the value.
    /// - Throws: `DeskError.malformed` with a sentence.
    func json() throws -> JSONValue {
      guard isWhole else {
        throw DeskError.malformed(
          "It is longer than \(LineReader.longestLine) bytes; split it into several lines.")
      }
      return try JSONValue.parse(bytes)
    }

    /// Whether the line begins as a JSON object does.
    var looksLikeJSON: Bool { bytes.first { $0 != 32 && $0 != 9 } == UInt8(ascii: "{") }

    /// The line as text, without what ends it.
    ///
    /// - Returns: the text.
    /// - Throws: `LineFault` when it is too long or not UTF-8.
    func text() throws -> String {
      guard isWhole else {
        throw LineFault(
          sentence: "It is longer than \(LineReader.longestLine) bytes; split it into several "
            + "lines.")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw LineFault(sentence: "It is not valid UTF-8; save the file as UTF-8.")
      }
      return text.hasSuffix("\r") ? String(text.dropLast()) : text
    }
  }

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `CommandFailure` when it cannot be read.
  init(path: String) throws {
    if path == "-" {
      source = "standard input"
      handle = .standardInput
      return
    }
    source = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure(
        "There is no file “\(path)”; check its name, or leave it out to read standard input.",
        CommandFailure.noInput)
    }
    guard !isFolder.boolValue else {
      throw CommandFailure(
        "“\(path)” is a folder; name a file of JSON lines.", CommandFailure.noInput)
    }
    guard let opened = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure(
        "The file “\(path)” cannot be opened; check who may read it.", CommandFailure.noInput)
    }
    handle = opened
  }

  /// Hands every line's JSON to `body`; a line that is no use is named on standard error and
  /// passed over.
  ///
  /// - Parameter body: throws `DeskError` or `LineFault` for a line that is no use.
  /// - Throws: exit code 65 after the last line when one was passed over; `CommandFailure` naming
  ///   the line when the desk or the file fails; whatever else `body` throws.
  mutating func forEach(_ body: (JSONValue) throws -> Void) throws {
    var passedOver = false
    while let line = try next() {
      let place = "\(source), line \(line.number)"
      do {
        try body(try line.json())
      } catch let error as DeskError {
        passedOver = true
        Output.error("calmdesk: \(place): \(error.description)")
      } catch let fault as LineFault {
        passedOver = true
        Output.error("calmdesk: \(place): \(fault.sentence)")
      } catch let error as StoreError {
        let failure = CommandFailure(error)
        throw CommandFailure("\(place): \(failure.description)", failure.code)
      }
    }
    if passedOver { throw CommandFailure.data }
  }

  /// The next line that is not blank; nil after the last.
  ///
  /// - Returns: the line.
  /// - Throws: `CommandFailure` when the file cannot be read on.
  mutating func next() throws -> Line? {
    while let line = try nextLine() {
      number += 1
      if line.isWhole, line.bytes.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      return Line(number: number, bytes: Data(line.bytes), isWhole: line.isWhole)
    }
    return nil
  }

  private mutating func nextLine() throws -> (bytes: Data, isWhole: Bool)? {
    var isWhole = true
    while true {
      if let end = buffer[searched...].firstIndex(of: 10) {
        defer {
          start = end + 1
          searched = start
        }
        return (buffer[start..<end], isWhole)
      }
      searched = buffer.endIndex
      if searched - start > Self.longestLine {
        isWhole = false
        buffer = Data(buffer[start..<(start + 1)])
        start = 0
        searched = 1
      }
      if atEnd {
        guard start < buffer.endIndex else { return nil }
        defer { start = buffer.endIndex }
        return (buffer[start...], isWhole)
      }
      if start > 0 {
        buffer = Data(buffer[start...])
        searched -= start
        start = 0
      }
      try readMore()
    }
  }

  private mutating func readMore() throws {
    do {
      if let more = try handle.read(upToCount: 1 << 18), !more.isEmpty {
        buffer.append(more)
      } else {
        atEnd = true
      }
    } catch {
      throw CommandFailure(
        "Reading \(source) failed after line \(number); check the disk or the connection it comes "
          + "from.", CommandFailure.inputOutput)
    }
  }
}

/// Why one line is no use, as a sentence.
struct LineFault: Error {
  let sentence: String
}
