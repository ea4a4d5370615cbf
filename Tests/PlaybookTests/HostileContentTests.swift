import Playbook
import Testing
import Vocabulary

/// Content that nobody would write, which must not bring the program down.
struct HostileContentTests {
  /// Reads every part of a playbook in which one file is `text`.
  private func read(_ path: String, _ text: String) -> Playbook {
    var small = SmallPlaybook()
    small.base[path] = text
    let playbook = small.playbook
    _ = PlaybookCheck.run(playbook)
    return playbook
  }

  @Test(arguments: SmallPlaybook.files.keys.sorted())
  func `a file with any letters changed is read or named`(path: String) throws {
    let whole = Array(try #require(SmallPlaybook.files[path]).utf8)
    var generator = SeededNumbers(state: UInt64(whole.count))
    let odd = Array("{}[]:,-\n\t&*!|>'\"%@`#~ 0\u{0}".utf8)
    for _ in 0..<12 {
      var bytes = whole
      for _ in 0...Int(generator.next() % 4) {
        let place = Int(generator.next() % UInt64(bytes.count))
        bytes[place] = odd[Int(generator.next() % UInt64(odd.count))]
      }
      let playbook = read(path, String(decoding: bytes, as: UTF8.self))
      let unread = playbook.rules(for: "small") == nil
      let known = ["procedures", "authority", "clocks", "remedies"].contains { path.hasPrefix($0) }
      // What is not in force has a reason that somebody can read.
      if unread, known { #expect(playbook.problems.contains { $0.file == path }) }
    }
  }

  @Test(arguments: SmallPlaybook.files.keys.sorted())
  func `a file with lines taken out is read or named`(path: String) throws {
    let lines = try #require(SmallPlaybook.files[path]).split(
      separator: "\n", omittingEmptySubsequences: false)
    for place in lines.indices {
      var fewer = lines
      fewer.remove(at: place)
      _ = read(path, fewer.joined(separator: "\n"))
    }
  }

  @Test(arguments: [
    "\u{FEFF}id: small", "%YAML 9.9\n---\na: b", "--- a\n--- b", "!!binary aGk=", "&a [*a]",
    "a: *nowhere", "? [x]\n: y", "<<: {a: b}", "a: !x y", "\u{0}", "a: \"\\ud800\"",
    "a: |\n  \u{7}",
    String(repeating: "a: {", count: 3000), String(repeating: "- ", count: 3000) + "x",
    "a: " + String(repeating: "x", count: 1_000_000),
  ])
  func `odd YAML is answered with a problem or a value`(text: String) {
    let paths = [
      "procedures/small.yaml", "authority/authority.yaml", "phrases/catalogue.yaml",
      "locales/en.yaml",
    ]
    for path in paths { _ = read(path, text) }
  }
}

/// Numbers that are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
