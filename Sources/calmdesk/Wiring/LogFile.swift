import Foundation
import Logging
import Synchronization

/// Where the program writes what nobody at the screen needs to read. No words of customers.
struct LogFile {
  let logger: Logger
  /// The file, for what would otherwise disturb the screen.
  let strayPath: String?

  /// The folder for what the program remembers of itself.
  static func folder(_ environment: [String: String]) -> String {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? NSHomeDirectory() + "/.local/state"
    return state + "/calmdesk"
  }

  /// - Parameter environment: names the state folder.
  init(environment: [String: String]) {
    let folder = Self.folder(environment)
    let path = folder + "/calmdesk.log"
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let sink = LogSink(path: path)
    strayPath = sink == nil ? nil : path
    logger = Logger(label: "calmdesk") { _ in
      if let sink { return sink }
      return SwiftLogNoOpLogHandler()
    }
  }
}

/// Appends lines to the log file.
private struct LogSink: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  private let handle: Shared

  /// The file, one writer at a time.
  private final class Shared: Sendable {
    let file: Mutex<FileHandle>
    init(_ file: sending FileHandle) { self.file = Mutex(file) }
  }

  init?(path: String) {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(
        atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    guard let file = FileHandle(forWritingAtPath: path), (try? file.seekToEnd()) != nil else {
      return nil
    }
    handle = Shared(file)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let line = "\(Date().ISO8601Format()) \(event.level) \(event.message)\n"
    handle.file.withLock { try? $0.write(contentsOf: Data(line.utf8)) }
  }
}
