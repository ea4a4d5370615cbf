import Foundation
import Testing

/// Reads the code itself: which module imports which, and what must never stand in it.
@Suite struct ImportTests {
  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func files(in module: String) throws -> [(name: String, lines: [Substring])] {
    let folder = top.appendingPathComponent("Sources/\(module)")
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (walk?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "swift" }
      .map { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        return (file.path, text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }

  @Test func `every module imports only what the table allows`() throws {
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: Self.top.appendingPathComponent("Sources").path)
    for module in modules where ModuleTable.ours[module] != nil {
      let allowed =
        (ModuleTable.ours[module] ?? []).union(ModuleTable.outside[module] ?? [])
        .union(ModuleTable.everywhere)
      let files = try Self.files(in: module)
      #expect(!files.isEmpty, "\(module) has no code")
      for file in files {
        for line in file.lines {
          guard let imported = Self.imported(by: line) else { continue }
          #expect(
            allowed.contains(imported), "\(file.name) imports \(imported), which the table forbids")
        }
      }
    }
  }

  @Test func `every module of ours stands in the table`() throws {
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: Self.top.appendingPathComponent("Sources").path)
    let c: Set<String> = ["CNcurses", "CTerminal", "CTurnstile", "CPostgreSQL"]
    for module in modules where !c.contains(module) {
      #expect(ModuleTable.ours[module] != nil, "\(module) is missing in the table")
    }
  }

  /// The module named on an import line; nil for any other line.
  private static func imported(by line: Substring) -> String? {
    var words = line.split(separator: " ")
    if let first = words.first, ["package", "public", "internal", "private"].contains(first) {
      words.removeFirst()
    }
    if words.first == "@testable" || words.first == "@preconcurrency" { words.removeFirst() }
    guard words.first == "import", words.count >= 2 else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias"]
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }

  @Test(arguments: ModuleTable.pure.sorted())
  func `the pure modules read no clock, no dice and no files`(module: String) throws {
    let forbidden = [
      "Date()", ".random(", "UUID()", "FileManager", "ProcessInfo", "SystemRandom",
      "ContinuousClock", "await ",
    ]
    for file in try Self.files(in: module) {
      for (number, line) in file.lines.enumerated() {
        guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { continue }
        for word in forbidden {
          #expect(!line.contains(word), "\(file.name):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func `nothing traps on purpose`() throws {
    for module in ModuleTable.ours.keys {
      for file in try Self.files(in: module) {
        for (number, line) in file.lines.enumerated() {
          for word in ["try!", "fatalError(", "as! ", "preconditionFailure("] {
            #expect(!line.contains(word), "\(file.name):\(number + 1) uses \(word)")
          }
        }
      }
    }
  }

  @Test func `the top level holds what was asked for and dotfiles`() throws {
    let wanted: Set<String> = [
      "Package.swift", "Sources", "Tests", "Resources", "seeds", "README.md",
    ]
    let there = try FileManager.default.contentsOfDirectory(atPath: Self.top.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(there) == wanted)
  }
}
