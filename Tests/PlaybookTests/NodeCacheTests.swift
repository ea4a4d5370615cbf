import Foundation
import Playbook
import Testing
import Vocabulary

/// What files hold, kept between starts.
struct NodeCacheTests {
  /// A playbook on the disk with a cache beside it, gone after `body`.
  private func withFolder(_ body: (_ files: URL, _ cache: URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = folder.appending(path: "files")
    for (path, text) in SmallPlaybook.files {
      let file = files.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try body(files, folder.appending(path: "cache"))
  }

  private func playbook(_ files: URL, _ cache: URL) -> Playbook {
    Playbook(layers: [
      PlaybookLayer(root: files.path, isBase: true, cache: NodeCache(folder: cache.path))
    ])
  }

  private func entries(_ cache: URL) -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: cache, includingPropertiesForKeys: nil)) ?? []
  }

  @Test func `what was kept reads the same, to the line`() throws {
    try withFolder { files, cache in
      let first = playbook(files, cache)
      let read = (first.procedure("small"), first.remedies, first.phrases(in: .zhHant))
      #expect(entries(cache).count == 4)
      let second = playbook(files, cache)
      #expect(second.procedure("small") == read.0)
      #expect(second.remedies == read.1)
      #expect(second.phrases(in: .zhHant) == read.2)

      let bad = files.appending(path: "authority/authority.yaml")
      try "limits: {agnt: {}}\n".write(to: bad, atomically: true, encoding: .utf8)
      let problems = { [self] in
        let playbook = playbook(files, cache)
        _ = playbook.authority
        return playbook.problems
      }
      let told = problems()
      #expect(told.map(\.line) == [1, 1, 1])
      #expect(problems() == told)
    }
  }

  @Test func `a kept entry is what is read, until its file changes`() throws {
    try withFolder { files, cache in
      let file = files.appending(path: "phrases/en.yaml")
      func write(_ words: String, at second: TimeInterval) throws {
        try Data("hello.chat: \(words), {agent} here.\n".utf8).write(to: file)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: second)], ofItemAtPath: file.path)
      }
      func texts() -> [String] { playbook(files, cache).phrases(in: .en).map(\.text) }

      try write("Hello", at: 1_700_000_000)
      #expect(texts() == ["Hello, {agent} here."])
      // The same size and time of change: the entry still counts, so it was not read anew.
      try write("Howdy", at: 1_700_000_000)
      #expect(texts() == ["Hello, {agent} here."])
      try write("Howdy", at: 1_700_000_001)
      #expect(texts() == ["Howdy, {agent} here."])
      try write("Good day", at: 1_700_000_001)
      #expect(texts() == ["Good day, {agent} here."])
    }
  }

  @Test func `a spoilt entry is not believed`() throws {
    try withFolder { files, cache in
      let whole = playbook(files, cache).procedure("small")
      let entry = try #require(entries(cache).first)
      let sound = try Data(contentsOf: entry)
      for place in stride(from: 0, to: sound.count, by: 7) {
        var spoilt = sound
        spoilt[place] ^= 0x55
        try spoilt.write(to: entry)
        #expect(playbook(files, cache).procedure("small") == whole)
      }
      for length in [0, 1, 40, sound.count / 2, sound.count - 1] {
        try sound.prefix(length).write(to: entry)
        #expect(playbook(files, cache).procedure("small") == whole)
      }
    }
  }

  @Test func `a cache that cannot be written costs nothing but time`() throws {
    try withFolder { files, cache in
      try Data().write(to: cache)
      #expect(playbook(files, cache).procedure("small") != nil)
      #expect(playbook(files, cache).problems == [])
    }
  }

  @Test func `the cache lies where the person's caches lie`() {
    #expect(
      NodeCache(environment: ["XDG_CACHE_HOME": "/c", "HOME": "/h"])?.folder
        == "/c/calmdesk/playbook")
    #expect(NodeCache(environment: ["HOME": "/h"])?.folder == "/h/.cache/calmdesk/playbook")
    #expect(NodeCache(environment: ["XDG_CACHE_HOME": "relative"]) == nil)
  }
}
