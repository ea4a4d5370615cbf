import Foundation

/// Keeps what YAML files hold in a form that reads back quicker, so that a start costs little.
///
/// An entry counts only while its file has the same path, size and time of change; whatever is odd
/// about an entry, the file itself is read. Nothing depends on the cache being there.
package struct NodeCache: Sendable {
  /// Where the entries lie.
  package let folder: String

  /// A cache in `folder`, which is made when there is something to keep.
  package init(folder: String) { self.folder = folder }

  /// The cache of the person whose environment this is; nil where no place for one is named.
  package init?(environment: [String: String]) {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      folder = cache + "/calmdesk/playbook"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.cache/calmdesk/playbook"
    } else {
      return nil
    }
  }

  /// What the file at `path` holds, as it was kept; nil when the file has changed since.
  func node(_ path: String) -> YAMLNode? {
    guard let stamp = FileStamp(path),
      let data = FileManager.default.contents(atPath: entry(path))
    else { return nil }
    let head = header(path, stamp)
    let bytes = [UInt8](data)
    let body = bytes.dropFirst(head.count + 8)
    guard bytes.starts(with: head), bytes.count > head.count + 8,
      Array(bytes[head.count..<head.count + 8]) == NodeCache.bytes(NodeCache.digest(body))
    else { return nil }
    return YAMLNode(bytes: body)
  }

  /// Keeps what the file at `path` holds; does nothing where that is not possible.
  ///
  /// - Parameters:
  ///   - node: what it holds.
  ///   - path: the file.
  ///   - stamp: the file as it was before it was read.
  func keep(_ node: YAMLNode, of path: String, _ stamp: FileStamp) {
    let body = node.bytes
    let data = header(path, stamp) + NodeCache.bytes(NodeCache.digest(body[...])) + body
    let manager = FileManager.default
    if !manager.fileExists(atPath: folder) {
      try? manager.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    try? Data(data).write(to: URL(fileURLWithPath: entry(path)), options: .atomic)
  }

  private func entry(_ path: String) -> String {
    folder + "/" + String(NodeCache.digest(Array(path.utf8)[...]), radix: 16) + ".nodes"
  }

  private func header(_ path: String, _ stamp: FileStamp) -> [UInt8] {
    Array("calmdesk nodes 1\n\(path)\n\(stamp.size) \(stamp.changed)\n".utf8)
  }

  /// FNV-1a over 64 bits.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func bytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
  }
}

/// By what a file that has changed is told.
struct FileStamp: Equatable {
  /// Bytes.
  let size: UInt64
  /// Microseconds since 1970.
  let changed: Int64

  /// The stamp of the file at `path`; nil when there is none.
  init?(_ path: String) {
    guard let values = try? FileManager.default.attributesOfItem(atPath: path),
      let size = values[.size] as? NSNumber, let date = values[.modificationDate] as? Date,
      let changed = Int64(exactly: (date.timeIntervalSince1970 * 1_000_000).rounded())
    else { return nil }
    self.size = size.uint64Value
    self.changed = changed
  }
}
