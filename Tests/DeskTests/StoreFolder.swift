import Foundation

/// A folder for the desks of one test.
struct StoreFolder: Sendable {
  let path: String

  /// Where a desk would lie in it.
  var desk: String { path + "/desk" }

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("calmdesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  /// The permissions of all files in it.
  func modes() -> [String: Int] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return Dictionary(
      uniqueKeysWithValues: files.map { name in
        var status = stat()
        stat(path + "/" + name, &status)
        return (name, Int(status.st_mode & 0o7777))
      })
  }

  /// Writes a file into it.
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
