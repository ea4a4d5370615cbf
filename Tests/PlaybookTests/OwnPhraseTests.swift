import Foundation
import Playbook
import Testing
import Vocabulary

/// Phrases in people's own words: read, kept, forgotten.
struct OwnPhraseTests {
  /// A folder that goes when the test is over.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("own-phrases-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ language: LanguageTag) -> String? {
      try? String(contentsOfFile: "\(path)/phrases/own/\(language.rawValue).yaml", encoding: .utf8)
    }

    func write(_ text: String, _ language: LanguageTag) throws {
      try FileManager.default.createDirectory(
        atPath: path + "/phrases/own", withIntermediateDirectories: true)
      try text.write(
        toFile: "\(path)/phrases/own/\(language.rawValue).yaml", atomically: true, encoding: .utf8)
    }

    var layer: PlaybookLayer { PlaybookLayer(root: path, isBase: false) }
  }

  private func playbook(_ mine: Folder, team: Folder? = nil) throws -> Playbook {
    let shipped = try #require(ShippedPlaybook.found)
    return Playbook(layers: shipped.layers, mine: mine.layer, team: team?.layer)
  }

  private func own(_ playbook: Playbook, _ language: LanguageTag = .en) -> [Phrase] {
    playbook.phrases(in: language).filter { $0.origin != .playbook }
  }

  private static let ship = OwnPhrase(
    code: "ship", kind: .progress, stages: ["solve"], channels: [.chat, .mail], language: .en,
    text: "I'm sorry, {customer}.\n\nIt says \"lost\" \\ gone: {order}.")

  @Test func `a phrase that is kept is there at once, and in the next sitting`() throws {
    let folder = Folder()
    let playbook = try playbook(folder)
    #expect(own(playbook) == [])
    try playbook.change(.keep(Self.ship))
    for sitting in [playbook, try self.playbook(folder)] {
      let phrase = try #require(own(sitting).first)
      #expect(phrase.text == Self.ship.text)
      #expect(phrase.code == "ship")
      #expect(phrase.kind == .progress)
      #expect(phrase.stages == ["solve"])
      #expect(phrase.channels == [.chat, .mail])
      #expect(phrase.variables == ["customer", "order"])
      #expect(phrase.acts.contains(.regret))
      #expect(sitting.problems == [])
    }
  }

  @Test func `what a person wrote by hand stays as it is`() throws {
    let folder = Folder()
    let before = "# mine\nfirst: One moment.\n\n# about parcels\nsecond:\n  text: It has left.\n"
    try folder.write(before, .en)
    let playbook = try playbook(folder)
    try playbook.change(.keep(Self.ship))
    #expect(folder.text(.en)?.hasPrefix(before + "ship:\n  kind: progress\n") == true)
    try playbook.change(.forget(code: "first", .en))
    #expect(folder.text(.en)?.hasPrefix("# mine\n\n# about parcels\nsecond:\n") == true)
    #expect(own(playbook).map(\.code) == ["second", "ship"])
    try playbook.change(.forget(code: "ship", .en))
    try playbook.change(.forget(code: "second", .en))
    #expect(own(playbook) == [])
    #expect(self.own(try self.playbook(folder)) == [])
  }

  @Test func `what cannot be kept is said, and the file stays`() throws {
    let folder = Folder()
    let playbook = try playbook(folder)
    try playbook.change(.keep(Self.ship))
    #expect {
      try playbook.change(.keep(Self.ship))
    } throws: {
      "\($0)".contains("There is a phrase “ship” already")
    }
    #expect {
      try playbook.change(.forget(code: "none", .en))
    } throws: {
      "\($0)".contains("There is no phrase “none” any more.")
    }
    let broken = "ship: [\n"
    try folder.write(broken, .en)
    #expect {
      try playbook.change(.keep(OwnPhrase(code: "b", language: .en, text: "Hello.")))
    } throws: {
      "\($0)".contains("phrases/own/en.yaml, line") && "\($0)".contains("Put this right first")
    }
    #expect(folder.text(.en) == broken)
    let flow = "{a: One moment.}\n"
    try folder.write(flow, .en)
    #expect(throws: PlaybookProblem.self) {
      try playbook.change(.keep(OwnPhrase(code: "b", language: .en, text: "Hello.")))
    }
    #expect(folder.text(.en) == flow)
  }

  @Test(arguments: [
    ("a b: Hello.", 1, "“a b” is no short code"),
    ("x:\n  kind: regrets\n  text: Sorry.", 2, "names the kind “regrets”"),
    ("x:\n  text: Sorry.\n  step: [vent]", 3, "has the key “step”"),
    ("x:\n  text: Hello {custmer}.", 2, "uses {custmer}, which nothing fills; did you mean"),
    ("ok: Hello.\nx:\n  kind: regret", 3, "has no “text”"),
  ])
  func `a slip in a file is named with its line, and the rest counts`(
    text: String, line: Int, words: String
  ) throws {
    let folder = Folder()
    try folder.write(text + "\n", .en)
    let playbook = try playbook(folder)
    #expect(own(playbook).map(\.code) == (text.hasPrefix("ok") ? ["ok"] : []))
    let problems = PlaybookCheck.run(playbook).map(\.description)
    #expect(problems.contains { $0.contains("en.yaml, line \(line): ") && $0.contains(words) })
  }

  @Test func `a team's phrases stand beside one's own, and a file nobody reads is named`() throws {
    let mine = Folder()
    let team = Folder()
    try mine.write("ship: 我这就去催快递。\n", .zhHans)
    try team.write("ship: 快递那边我来问。\n", .zhHans)
    let playbook = try playbook(mine, team: team)
    #expect(own(playbook, .zhHans).map(\.origin) == [.mine, .team])
    #expect(own(playbook, .zhHans).map(\.id) == ["mine:ship", "team:ship"])
    try FileManager.default.moveItem(
      atPath: team.path + "/phrases/own/zh-Hans.yaml", toPath: team.path + "/phrases/own/zh.yaml")
    let problems = PlaybookCheck.run(try self.playbook(mine, team: team)).map(\.description)
    #expect(problems.contains { $0.contains("own/zh.yaml: Nothing reads this file") })
  }

  @Test func `acts are read in the words, and what needs a finding stays locked`() throws {
    let folder = Folder()
    try folder.write("fault:\n  kind: empathy\n  text: That was our mistake.\n", .en)
    let phrase = try #require(own(try playbook(folder)).first)
    #expect(phrase.acts.contains(.responsibility))
    #expect(phrase.lock == .findingOurs)
  }

  @Test func `a short code comes first, and behind its sign there are only short codes`() {
    let phrases = [
      Phrase(id: "a", kind: .hold, text: "ship it"), Phrase(id: "b", kind: .hold, text: "shipping"),
      Phrase(id: "team:ship", origin: .team, kind: .hold, text: "Ours"),
      Phrase(id: "mine:shipped", origin: .mine, kind: .hold, text: "Gone"),
      Phrase(id: "mine:ship", origin: .mine, kind: .hold, stages: ["solve"], text: "Mine"),
    ]
    let shelf = PhraseShelf(PhraseMoment(stages: ["vent"]))
    func found(_ typed: String) -> [PhraseID] { shelf.phrases(phrases, matching: typed).map(\.id) }
    #expect(Set(found("ship").prefix(2)) == ["team:ship", "mine:ship"])
    #expect(Set(found(";ship").prefix(2)) == ["team:ship", "mine:ship"])
    #expect(found(";SHIP").last == "mine:shipped")
    #expect(found("；shipp") == ["mine:shipped"])
    #expect(Set(found(";")) == ["team:ship", "mine:ship", "mine:shipped"])
  }

  @Test func `what says the same takes turns from case to case, and what was said last waits`() {
    func sorry(_ number: Int, like: PhraseID?) -> Phrase {
      Phrase(
        id: PhraseID("sorry.\(number)"), kind: .regret, acts: [.regret], like: like,
        text: "Sorry \(number)")
    }
    let phrases =
      [sorry(1, like: nil), sorry(2, like: nil), sorry(3, like: "sorry.1")]
      + [Phrase(id: "hold", kind: .hold, text: "One moment")]
    func shown(_ turn: Int, last: PhraseID? = nil, typed: String = "") -> [PhraseID] {
      PhraseShelf(PhraseMoment(turn: turn, lastSaid: last)).phrases(phrases, matching: typed).map(
        \.id)
    }
    #expect(shown(0) == ["sorry.1", "sorry.2", "sorry.3", "hold"])
    #expect(shown(1) == ["sorry.3", "sorry.2", "sorry.1", "hold"])
    #expect(shown(2) == shown(0))
    #expect(shown(1, last: "sorry.3") == ["sorry.1", "sorry.2", "sorry.3", "hold"])
    #expect(shown(0, last: "hold") == shown(0))
    let others = [phrases[1], phrases[3]]
    #expect(
      PhraseShelf(PhraseMoment(lastSaid: "sorry.2")).phrases(others).map(\.id)
        == ["hold", "sorry.2"])
    // Whoever looks for something finds it where it was.
    #expect(shown(1, typed: "sorry").first == "sorry.1")
  }

  @Test(arguments: [
    ("Hello Ms Reed, order 48213 is here.", "Hello {customer}, order {order} is here."),
    ("Ms Reeds and 482137 and {due} stay.", "Ms Reeds and 482137 and {due} stay."),
    ("王女士，48213号单", "{name}，{order}号单"),
    ("48213", "{order}"), ("", ""),
  ])
  func `values become variables again where they stand whole`(text: String, general: String) {
    #expect(
      Placeholders.naming(
        text,
        [
          ("customer", "Ms Reed"), ("order", "48213"), ("name", "王女士"), ("agent", "L"),
          ("short", "Ms"),
        ].filter { $0.0 != "short" }) == general)
  }
}
