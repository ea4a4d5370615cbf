import Playbook
import Testing
import Vocabulary
import Workflow

/// Who is given which case, as the file says it.
struct RoutingFileTests {
  @Test func `the shipped file becomes values, and without one nothing is limited`() throws {
    let routing = try #require(ShippedPlaybook.found).routing
    #expect(routing.capacity == [.chat: 4, .phone: 1, .mail: 10, .public: 6])
    #expect(routing.grace[.chat] == 60)
    #expect(routing.ignored == [.chat: 300, .mail: 86_400, .public: 1_800])
    #expect(routing.secondFailure == .senior)
    #expect(routing.skills.map(\.id) == ["billing", "technical"])
    #expect(routing.skills.first?.topics == ["money_out"])
    #expect(routing.skills.first?.causes == [.price])
    #expect(routing.skills.first?.name(in: .zhHant) == "帳單與退款")
    #expect(SmallPlaybook().playbook.routing == Routing())
  }

  @Test func `faults are named, and the file below stays in force`() throws {
    let playbook = SmallPlaybook.laying(
      "authority/routing.yaml",
      """
      capacity: {chatt: 4, mail: -1}
      ignored: {phone: 60s}
      second_failure: boss
      skills:
        - {id: billing, name: {en: a, zh-Hans: b, zh-Hant: c}, topics: money_owt}
        - {id: billing, name: {en: a, zh-Hans: b, zh-Hant: c}}
      """
    ).playbook
    _ = playbook.routing
    let said = playbook.problems.map(\.sentence).joined(separator: "\n")
    for words in [
      "names the channel “chatt” in “capacity”, which does not exist; did you mean “chat”?",
      "wants a whole number in “mail”", "a call never goes back", "names the role “boss”",
      "has two skills called “billing”",
    ] { #expect(said.contains(words), "\(words) is not in\n\(said)") }
    #expect(playbook.routing == Routing())
  }
}
