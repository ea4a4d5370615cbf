import Playbook
import Testing
import Vocabulary
import Workflow

/// What an organisation lays over the shipped playbook.
struct LayerTests {
  @Test func `a sound file stands in for the shipped one`() {
    let renamed = SmallPlaybook.small.replacing("en: Small", with: "en: Ours")
    let playbook = SmallPlaybook.laying("procedures/small.yaml", renamed).playbook
    #expect(playbook.procedure("small")?.words[.en]?.name == "Ours")
    #expect(playbook.problems == [])
  }

  @Test func `a broken file leaves the shipped one in force`() {
    let playbook = SmallPlaybook.laying("procedures/small.yaml", "id: small\n").playbook
    #expect(playbook.procedure("small")?.words[.en]?.name == "Small")
    #expect(
      playbook.problems.contains(
        PlaybookProblem(
          file: "/ours/procedures/small.yaml", line: 1,
          sentence: "procedure “small” has no “steps”; add it.")))
  }

  @Test func `a new procedure joins the others, the default first`() {
    let new = SmallPlaybook.small.replacing("id: small", with: "id: brief")
    var small = SmallPlaybook.laying("procedures/brief.yaml", new)
    small.base["procedures/six_steps.yaml"] = SmallPlaybook.small.replacing(
      "id: small", with: "id: six_steps")
    #expect(small.playbook.procedureIDs == ["six_steps", "brief", "small"])
    #expect(small.playbook.procedure("brief")?.steps.count == 2)
    #expect(small.playbook.procedure("none") == nil)
    #expect(small.playbook.problems == [])
  }

  @Test(arguments: ["house", "../procedures/small", "small.yaml", "", "/base/procedures/small"])
  func `an id from outside leads to no other file`(id: String) {
    let playbook = SmallPlaybook().playbook
    #expect(playbook.procedure(ProcedureID(id)) == nil)
    #expect(playbook.rules(for: ProcedureID(id)) == nil)
    #expect(playbook.problems == [])
  }

  @Test func `remedies with the same id are replaced and new ones added`() {
    let more = """
      remedies:
        - {id: refund, kind: other, name: {en: R, zh-Hans: 退, zh-Hant: 退},
           basis: {en: B, zh-Hans: 据, zh-Hant: 據}, what: {en: w, zh-Hans: 什, zh-Hant: 什}}
        - {id: visit, kind: care, name: {en: V, zh-Hans: 访, zh-Hant: 訪},
           basis: {en: B, zh-Hans: 据, zh-Hant: 據}, what: {en: w, zh-Hans: 什, zh-Hant: 什}}
        - {id: gift, kind: caring}

      """
    let playbook = SmallPlaybook.laying("remedies/remedies.yaml", more).playbook
    #expect(playbook.remedies.map(\.id) == ["refund", "visit"])
    #expect(playbook.remedy("refund")?.kind == .other)
    #expect(
      playbook.problems.map(\.line) == [6, 6, 6, 6])
  }

  @Test func `phrases with the same id are replaced and new ones added`() {
    var small = SmallPlaybook.laying(
      "phrases/en.yaml", "hello.chat: Hi, {agent}.\nhello.mail: Dear {customer},\n")
    small.overlay["phrases/catalogue.yaml"] = """
      phrases:
        - {id: hello.mail, kind: greeting, channels: [mail], variables: [customer]}

      """
    small.overlay["phrases/zh-Hans.yaml"] = "hello.mail: 尊敬的{customer}：\n"
    let playbook = small.playbook
    #expect(playbook.phrases(in: .en).map(\.text) == ["Hi, {agent}.", "Dear {customer},"])
    #expect(playbook.phrases(in: .zhHans).map(\.id) == ["hello.chat", "hello.mail"])
    #expect(playbook.problems == [])
    #expect(playbook.phrases(in: .zhHant).map(\.id) == ["hello.chat"])
    #expect(
      playbook.problems.map(\.description) == [
        "/ours/phrases/catalogue.yaml, line 2: phrase “hello.mail” has no words in zh-Hant;"
          + " add them."
      ])
  }

  @Test func `words that do not fit leave the shipped ones in force`() {
    let playbook = SmallPlaybook.laying("phrases/en.yaml", "hello.chat: Hi, {agnet}.\n").playbook
    #expect(playbook.phrases(in: .en).map(\.text) == ["Hello, {agent} here."])
    #expect(
      playbook.problems.map(\.description) == [
        "/ours/phrases/en.yaml, line 1: phrase “hello.chat” uses {agnet}, which the catalogue does"
          + " not declare; did you mean “agent”?"
      ])
  }

  @Test func `interface texts are replaced one by one`() {
    let small = SmallPlaybook.laying(
      "locales/en.yaml", "role: {agent: adviser, agnet: x}\ngreet: Hello {nam}\n")
    let playbook = small.playbook
    let texts = playbook.locale(.en)
    #expect(texts["role.agent"] == "adviser")
    #expect(texts("greet", ["name": "Li"]) == "Hello Li")
    #expect(texts["role.none"] == "role.none")
    #expect(
      playbook.problems.map(\.description) == [
        "/ours/locales/en.yaml, line 1: text “role.agnet” is none of the interface;"
          + " did you mean “role.agent”?",
        "/ours/locales/en.yaml, line 2: text “greet” uses {nam}, which it is not given;"
          + " did you mean “name”?",
      ])
  }

  @Test func `a lexicon file with a slip is named with its line`() {
    var small = SmallPlaybook()
    small.base["lexicons/ours.yaml"] = """
      heat:
        - kind: insult
          weight: 20
          words: {en: [blockhead]}
        - kind: insult
          wieght: 20
          words: {en: [dolt]}

      """
    #expect(small.playbook.problems == [])
    let playbook = small.playbook
    _ = playbook.lexicon
    #expect(playbook.problems.map(\.line) == [6])
    #expect(
      playbook.problems.first?.sentence.hasPrefix(
        "heat, entry 2, wieght: “wieght” is no part of a group of words; use kind, weight,")
        == true)
  }

  @Test func `an entry no reader can use is named with its line`() {
    var small = SmallPlaybook()
    small.base["lexicons/ours.yaml"] = """
      acts:
        - kind: regret
          words: {en: [so sorry]}
        - kind: regert
          words: {en: [sorry]}

      """
    let playbook = small.playbook
    _ = playbook.lexicon
    #expect(playbook.problems.map(\.line) == [4])
    #expect(
      playbook.problems.first?.sentence.hasPrefix("acts has “regert”: it is no kind of acts;")
        == true)
  }
}
