import Language
import Playbook
import Testing
import Vocabulary

/// What the check says of lexicons, the shipped ones and an organisation's own.
struct LexiconCheckTests {
  private func problems(_ lexicon: String) -> [String] {
    PlaybookCheck.run(SmallPlaybook.laying("lexicons/house.yaml", lexicon).playbook)
      .map(\.description).filter { $0.hasPrefix("/ours/lexicons") }
  }

  @Test func `an example that fails is named by file and line, whatever its section`() {
    let lexicon = """
      heat:
        - kind: fury
          weight: 20
          words: {en: [livid]}
          catches:
            en: [I am cross]
      moves:
        - kind: thanks
          words: {en: [cheers]}
          leaves:
            en: [Cheers, Ta]
      acts:
        - kind: offer
          words: {en: [you may have]}
          catches:
            en: [Take it]
      tone:
        - kind: smirk
          words: {en: [heh]}
          why: {en: W, zh-Hans: 因, zh-Hant: 因}
          catches:
            en: [Ha]
      situations:
        - kind: personal_data
          why: {en: W, zh-Hans: 因, zh-Hant: 因}
          catches:
            en: ["Ring me on 0161 496 0123.", Ring me.]

      """
    #expect(
      problems(lexicon) == [
        "/ours/lexicons/house.yaml, line 6: heat fury: “I am cross” is not caught; widen “words”.",
        "/ours/lexicons/house.yaml, line 11: moves thanks: “Cheers” is caught; add it to “unless”.",
        "/ours/lexicons/house.yaml, line 16: acts offer: “Take it” is not caught; widen “words”.",
        "/ours/lexicons/house.yaml, line 22: tone smirk: “Ha” is not caught; widen “words”.",
        "/ours/lexicons/house.yaml, line 27: situations personal_data: “Ring me.” is not noticed at"
          + " such a moment; take another example.",
      ])
  }

  @Test func `a broken pattern is named, and the words beside it work`() throws {
    let lexicon = """
      tone:
        - kind: smirk
          words:
            en:
              - "(heh"
              - so there
          why: {en: It gloats., zh-Hans: 因, zh-Hant: 因}
          catches:
            en: [So there.]

      """
    #expect(
      problems(lexicon) == [
        "/ours/lexicons/house.yaml, line 5: tone has “(heh”: “(” is never closed; add “)”."
      ])
    let playbook = SmallPlaybook.laying("lexicons/house.yaml", lexicon).playbook
    let findings = Reader(lexicon: playbook.lexicon).agent("So there, sir.").findings
    #expect(findings.map(\.kind) == ["smirk"])
  }

  @Test func `an organisation adds its words to the shipped ones`() throws {
    let root = try #require(ShippedPlaybook.found).layers
    let own = """
      tone:
        - kind: argue
          words: {en: [the log says otherwise], zh: [后台可不是这么写的]}
          why:
            en: It sets our machine against their word.
            zh-Hans: 这是拿系统压人。
            zh-Hant: 這是拿系統壓人。
          catches: {en: [The log says otherwise.], zh: [我们后台可不是这么写的。]}
      heat:
        - kind: contempt
          weight: 20
          words: {en: [a right shower], zh: [草台班子]}
          catches: {en: [You're a right shower.], zh: [整个一草台班子]}

      """
    let playbook = Playbook(
      layers: [
        PlaybookLayer(
          root: "/ours", files: .memory(["/ours/lexicons/house.yaml": own]), isBase: false)
      ] + root)
    let reader = Reader(lexicon: playbook.lexicon)
    let found = reader.agent("Well, the log says otherwise.").findings
    #expect(found.map(\.why) == ["It sets our machine against their word."])
    #expect(reader.agent("后台可不是这么写的。").findings.map(\.kind) == ["argue"])
    #expect(reader.customer("What a right shower.").heat.signals.map(\.kind) == ["contempt"])
    // The shipped words are still there.
    #expect(reader.agent("You should have read the email.").findings.isEmpty == false)
    #expect(PlaybookCheck.run(playbook) == [])
  }
}
