import Playbook
import Testing
import Vocabulary
import Workflow

/// When a matter is more than one agent's, as the file says it.
struct TogetherFileTests {
  @Test func `the shipped file becomes values, and without one nothing rings`() throws {
    let together = try #require(ShippedPlaybook.found).together
    #expect(together.cases == 8)
    #expect(together.within == 7_200)
    #expect(together.countsProducts)
    #expect(together.matters.first?.id == "outage")
    #expect(together.name(of: "charged_twice", in: .zhHant) == "重複扣款")
    #expect(together.turnedDown == 2)
    #expect(together.cameBack == 1)
    #expect(together.answersWithin == .seconds(1_800))
    #expect(SmallPlaybook().playbook.together == Together())
  }

  @Test func `faults are named, and the file below stays in force`() throws {
    let playbook = SmallPlaybook.laying(
      "authority/together.yaml",
      """
      alike:
        cases: 1
        within: soon
        matter: []
        matters:
          - {id: late, name: {en: a, zh-Hans: b, zh-Hant: c}, topics: lates}
          - {id: late, name: {en: a, zh-Hans: b, zh-Hant: c}, topics: lates}
          - {id: "product:x", name: {en: a, zh-Hans: b, zh-Hant: c}, topics: lates}
          - {id: bare, name: {en: a, zh-Hans: b, zh-Hant: c}}
      session: {turned_down: often}
      """
    ).playbook
    _ = playbook.together
    let said = playbook.problems.map(\.sentence).joined(separator: "\n")
    for words in [
      "it takes at least 2 to be alike", "wants a time such as 90s", "has the key “matter”",
      "has two matters called “late”", "begins with “product:”", "is known by nothing",
      "wants a whole number in “turned_down”",
    ] { #expect(said.contains(words), "\(words) is not in\n\(said)") }
    #expect(playbook.together == Together())
  }

  @Test func `a matter of a topic that there is none of is named`() throws {
    let playbook = SmallPlaybook.laying(
      "authority/together.yaml",
      """
      alike:
        cases: 3
        within: 1h
        matters:
          - {id: late, name: {en: a, zh-Hans: b, zh-Hant: c}, topics: lates}
      """
    ).playbook
    #expect(
      PlaybookCheck.run(playbook).contains {
        $0.sentence.contains("matter “late” names “lates”, which is no topic")
      })
  }
}
