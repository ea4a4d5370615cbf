import Foundation

/// A folder for the files of one test.
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

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
