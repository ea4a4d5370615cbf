import Foundation
import Playbook
import Testing
import Vocabulary

/// Every text that the code asks for is there, since one that is missing shows as its path.
@Suite struct TextKeyTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let texts = Playbook(layers: [
    PlaybookLayer(root: top.appendingPathComponent("Resources").path, isBase: true)
  ]).locale(.en)

  /// The paths that stand in a file as they are; those put together on the way are not among them.
  private static func keys(in code: String, isConsole: Bool) -> [String] {
    let direct = code.matches(of: /\b(?:texts|english)[\[(]\s*"([a-z_.]+)"/).map { String($0.1) }
    guard isConsole else { return direct }
    return direct + code.matches(of: /[^.\w]text\(\s*"([a-z_.]+)"/).map { "screen." + $0.1 }
  }

  @Test(arguments: ["Console", "calmdesk"])
  func `every text that is asked for by its path is there`(_ module: String) throws {
    let folder = Self.top.appendingPathComponent("Sources/\(module)")
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    for file in walk?.allObjects as? [URL] ?? [] where file.pathExtension == "swift" {
      let code = try String(contentsOf: file, encoding: .utf8)
      for key in Self.keys(in: code, isConsole: module == "Console") where !key.hasSuffix(".") {
        count += 1
        let isThere = Self.texts.has(key) || Self.texts.has(key + ".other")
        #expect(isThere, "\(file.lastPathComponent) asks for “\(key)”")
      }
    }
    #expect(count > 10)
  }
}
