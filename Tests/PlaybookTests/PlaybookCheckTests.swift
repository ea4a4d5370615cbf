import Playbook
import Testing
import Vocabulary

/// What the check of a whole playbook finds beyond single files.
struct PlaybookCheckTests {
  /// What the check says of `small` and does not say of the playbook it was made from.
  private func news(_ small: SmallPlaybook) -> [String] {
    let known = Set(PlaybookCheck.run(SmallPlaybook().playbook))
    return PlaybookCheck.run(small.playbook).filter { !known.contains($0) }.map(\.description)
  }

  @Test func `a playbook too small for an agent is told what it lacks`() {
    let problems = PlaybookCheck.run(SmallPlaybook().playbook).map(\.description)
    #expect(
      problems.contains(
        "procedures/six_steps.yaml: The file is missing; cases are opened under it."))
    #expect(
      problems.contains(
        "phrases/zh-Hans.yaml: There are 1 phrases of the kind “greeting” in zh-Hans;"
          + " at least 3 are wanted."))
    #expect(
      problems.contains("phrases/en.yaml: No phrase in en belongs to the step “collect”."))
    #expect(problems.contains("locales/zh-Hant.yaml: text “role.agent” is missing; add it."))
    #expect(problems.contains("locales/en.yaml: text “variable.agent” is missing; add it."))
  }

  @Test func `a gate that lets no case be closed is named`() {
    let small = SmallPlaybook.changing(
      "procedures/small.yaml", "grant_step: end",
      to: """
        grant_step: end
        gates:
          - id: never
            on: [close]
            strength: advice
            when: {closing: [satisfied, accepted, granted, answered, withdrawn, duplicate,
                             misdirected, no_reply, declined, unreachable]}
            words: {en: N, zh-Hans: 不, zh-Hant: 不}
        """)
    #expect(
      news(small) == [
        "procedures/small.yaml, line 6: gate “never” lets no case under procedure “small” be closed"
          + " as referred; name what would."
      ])
  }

  @Test func `a gate that bears the name of one of the house is named`() {
    let small = SmallPlaybook.changing("procedures/small.yaml", "id: heard", to: "id: public")
    #expect(
      news(small) == [
        "procedures/small.yaml, line 13: gate “public” bears the name of a gate of the house;"
          + " rename it."
      ])
  }

  @Test func `a remedy within nobody's limit is named`() {
    let more = """
      remedies:
        - id: visit
          kind: care
          name: {en: V, zh-Hans: 访, zh-Hant: 訪}
          basis: {en: B, zh-Hans: 据, zh-Hant: 據}
          what: {en: w, zh-Hans: 什, zh-Hant: 什}

      """
    #expect(
      news(SmallPlaybook.laying("remedies/remedies.yaml", more)) == [
        "/ours/remedies/remedies.yaml, line 2: remedy “visit” is within nobody's limit; give a role"
          + " one in authority/authority.yaml."
      ])
  }

  @Test func `a remedy that rests on nothing in a region is named`() {
    var small = SmallPlaybook.changing(
      "authority/authority.yaml", "permissions:",
      to: "regions: {en: UK, zh-Hans: CN, zh-Hant: TW}\npermissions:")
    small.overlay["remedies/remedies.yaml"] = """
      remedies:
        - id: refund
          kind: entitlement
          takes_amount: true
          law: {UK: "Consumer Rights Act 2015, s 20", CN: 《消费者权益保护法》第二十四条}
          name: {en: R, zh-Hans: 退, zh-Hant: 退}
          basis: {en: B, zh-Hans: 据, zh-Hant: 據}
          what: {en: "{amount}", zh-Hans: "{amount}", zh-Hant: "{amount}"}

      """
    #expect(
      news(small) == [
        "/ours/remedies/remedies.yaml, line 2: remedy “refund” rests on nothing in TW; name the"
          + " paragraph under “law”, or the rule of the house under “policy”."
      ])
    small.overlay["remedies/remedies.yaml"]? += "    policy: {en: P, zh-Hans: 规, zh-Hant: 規}\n"
    #expect(news(small) == [])
    let remedy = small.playbook.remedy("refund")
    #expect(remedy?.cited(in: "CN", .zhHans) == "《消费者权益保护法》第二十四条")
    #expect(remedy?.cited(in: "TW", .zhHant) == "規")
    #expect(remedy?.cited(in: nil, .en) == "P")
  }

  @Test func `files nothing reads are named`() {
    var small = SmallPlaybook.laying("phrase/en.yaml", "a: b\n")
    small.overlay["remedies/remedy.yaml"] = "remedies: []\n"
    small.overlay["procedures/notes.txt"] = "x"
    small.overlay["procedures/.swp"] = "x"
    #expect(
      news(small) == [
        "/ours/phrase: Nothing of a playbook is called that; did you mean “phrases”?",
        "/ours/procedures/notes.txt: Nothing reads this file.",
        "/ours/remedies/remedy.yaml: Nothing reads this file; did you mean “remedies.yaml”?",
      ])
  }

  @Test func `texts that one language lacks or fills otherwise are named`() {
    var small = SmallPlaybook()
    small.base["locales/zh-Hans.yaml"] = "greet: 您好{nam}\nextra: 多\n"
    let problems = news(small)
    #expect(
      problems.contains(
        "locales/zh-Hans.yaml: text “greet” uses {nam}, which it is not given;"
          + " did you mean “name”?"))
    #expect(problems.contains("locales/zh-Hans.yaml: text “extra” is none of the interface."))
  }

  @Test func `a kind of finding without a name is named`() {
    var small = SmallPlaybook()
    small.base["lexicons/ours.yaml"] = """
      tone:
        - kind: smirk
          words: {en: [heh]}
          why: {en: W, zh-Hans: 因, zh-Hant: 因}

      """
    #expect(news(small).contains("locales/en.yaml: text “finding.smirk” is missing; add it."))
  }
}
