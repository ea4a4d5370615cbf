import Playbook
import Testing
import Vocabulary
import Workflow

/// Procedures and the house, as their files tell them.
struct ProcedureFileTests {
  private static let path = "procedures/small.yaml"
  private static let heard = "when: {all: [customer_spoke, {fields: [problem]}]}"

  @Test func `a file becomes a procedure`() throws {
    let procedure = try #require(SmallPlaybook().playbook.procedure("small"))
    #expect(procedure.steps.map(\.id) == ["hear", "end"])
    #expect(procedure.grantStep == "end")
    #expect(procedure.words[.zhHant]?.purpose == "快")
    let step = try #require(procedure.step("hear"))
    #expect(step.stages == ["vent"])
    #expect(step.branches == [Branch(to: "end")])
    #expect(step.words[.en]?.never == ["Calm down."])
    #expect(
      step.gates == [
        Gate(
          id: "heard", occasions: [.leave], strength: .advice,
          condition: .all([.customerSpoke, .fields([.problem])]),
          words: [.en: "Heard", .zhHans: "听了", .zhHant: "聽了"])
      ])
  }

  @Test(arguments: [
    ("customer_spoke", Condition.customerSpoke), ("{turns: 3}", .turns(3)),
    ("{heat_below: angry}", .heatBelow(.angry)), ("{said: [regret]}", .said([.regret])),
    ("{said: regret}", .said([.regret])), ("{confirmed: read_back}", .confirmed(.readBack)),
    ("{on_file: order}", .onFile(.order)), ("{no_field: loss}", .noField(.loss)),
    ("{options: 2}", .options(2)), ("{answered: declined}", .answered(.declined)),
    ("{not_disclosing: [remedy]}", .notDisclosing([.remedy])),
    ("{closing: [no_reply]}", .closing([.noReply])),
    ("{severity_at_most: 2}", .severity(atMost: 2)),
    ("{classified: [concern]}", .classified([.concern])), ("{nudges: 2}", .nudges(2)),
    ("{any: [offered, dated]}", .any([.offered, .dated])), ("identified", .identified),
    ("change_asked", .changeAsked), ("plain_question", .plainQuestion), ("escalated", .escalated),
    ("linked", .linked),
  ])
  func `every condition has a spelling`(yaml: String, condition: Condition) throws {
    let small = SmallPlaybook.changing(Self.path, Self.heard, to: "when: \(yaml)")
    let gate = small.playbook.procedure("small")?.steps.first?.gates.first
    #expect(gate?.condition == condition)
  }

  @Test(arguments: [
    (
      "{fields: [problm]}",
      "gate “heard” asks for the field “problm”, which the register does not have; "
        + "did you mean “problem”?"
    ),
    (
      "{said: [regrett]}",
      "gate “heard” names the act “regrett”, which does not exist; did you mean “regret”?"
    ),
    (
      "customer_spok",
      "gate “heard” has the unknown condition “customer_spok”; did you mean “customer_spoke”?"
    ),
    ("turns", "gate “heard” asks for “turns” without a value; write {turns: …}."),
    ("{turns: many}", "gate “heard” wants a whole number in “turns”, not “many”."),
    ("{turns: 0}", "gate “heard” wants a number from 1 to 99 in “turns”, not 0."),
    (
      "{heat_below: calm}",
      "gate “heard” asks for a heat below calm, which there is not; ask for uneasy or above."
    ),
    (
      "{heat_below: hot}",
      "gate “heard” names the heat “hot”, which does not exist; known are calm, uneasy, angry,"
        + " explosive."
    ),
    ("{all: []}", "gate “heard” joins nothing under “all”; name at least one condition."),
    ("{said: []}", "gate “heard” lists nothing under “said”; name at least one act."),
    (
      "{offered: true}",
      "gate “heard” gives “offered” a value, which it does not take; write the bare word."
    ),
    (
      "{turns: 3, offered: true}",
      "gate “heard” wants one condition a map; join several with all or any."
    ),
    (
      "[offered, dated]",
      "gate “heard” has a list where one condition is wanted; join them with all or any."
    ),
  ])
  func `a condition that is none is named with its line`(yaml: String, sentence: String) {
    let playbook = SmallPlaybook.changing(Self.path, Self.heard, to: "when: \(yaml)").playbook
    #expect(playbook.procedure("small") == nil)
    #expect(
      playbook.problems == [PlaybookProblem(file: Self.path, line: 16, sentence: sentence)])
  }

  @Test(arguments: [
    (
      "id: small\n", "id: tiny\n",
      "line 1: procedure “small” has the id “tiny”; a procedure bears the name of its file."
    ),
    (
      "purpose: {en: Be quick,", "purpos: {en: Be quick,",
      "line 1: procedure “small” has no “purpose”; add it."
    ),
    (
      "zh-Hant: 小}\n", "zh-Hnt: 小}\n", "line 2: procedure “small” has no “name” in zh-Hant; add it."
    ),
    (
      "grant_step: end", "grant_step: and",
      "line 4: procedure “small” leads to the step “and”, which procedure “small” does not have; did you mean “end”?"
    ),
    (
      "[{to: end}]", "[{to: ende}]",
      "line 18: step “hear” branches to the step “ende”, which procedure “small” does not have; did you mean “end”?"
    ),
    (
      "on: [leave]", "on: [leav]",
      "line 14: gate “heard” names the occasion “leav”, which does not exist; did you mean “leave”?"
    ),
    (
      "on: [leave]", "on: []",
      "line 14: gate “heard” stands before nothing; name an occasion in “on”."
    ),
    (
      "strength: advice", "strength: hard",
      "line 15: gate “heard” names the strength “hard”, which does not exist; known are advice, policy."
    ),
    (
      "  - id: end", "  - id: hear",
      "line 19: procedure “small” has two steps called “hear”; rename one."
    ),
    (
      "stages: [vent]", "stages: [went]",
      "line 7: step “hear” names the stage “went”, which does not exist; did you mean “vent”?"
    ),
    (
      "branches: [{to: end}]", "branches: []",
      "line 19: step “end” cannot be reached; let a branch or a skip lead to it."
    ),
    (
      "do: {en: [Listen],", "do: {en: Listen to them, xx: [a],",
      "line 10: step “hear” has “do” in “xx”, which is no language of this house; known are en, zh-Hans, zh-Hant."
    ),
    (
      "        words: {en: Heard, zh-Hans: 听了, zh-Hant: 聽了}", "        words: heard",
      "line 17: gate “heard” wants a map in “words”, not a text."
    ),
  ])
  func `a slip in a file is named with its line`(old: String, new: String, problem: String) {
    let playbook = SmallPlaybook.changing(Self.path, old, to: new).playbook
    #expect(playbook.procedure("small") == nil)
    #expect(playbook.problems.map(\.description).contains("\(Self.path), \(problem)"))
  }

  @Test func `a step that leads round in a circle is named`() {
    let old = "branches: [{to: end}]\n"
    let side = """
      branches: [{to: end}, {to: loop}]

      """
    var small = SmallPlaybook.changing(Self.path, old, to: side)
    small.base[Self.path]? += """
      side_steps:
        - id: loop
          name: {en: Loop, zh-Hans: 圈, zh-Hant: 圈}
          purpose: {en: Wait, zh-Hans: 等, zh-Hant: 等}
          do: {en: [Wait], zh-Hans: [等], zh-Hant: [等]}
          never: {en: [], zh-Hans: [], zh-Hant: []}
          branches: [{to: loop}]

      """
    let playbook = small.playbook
    #expect(playbook.procedure("small") == nil)
    #expect(
      playbook.problems.map(\.description) == [
        "\(Self.path), line 25: step “loop” leads round in a circle and to no close; give it a"
          + " way on."
      ])
  }

  @Test(arguments: [
    (
      "id: [small\n",
      "procedures/small.yaml, line 2: The YAML breaks off here: did not find expected ',' or ']'."
    ),
    (
      "id: small\nid: small\n",
      "procedures/small.yaml, line 1: The key “id” stands twice in one map; keep one."
    ),
    ("", "procedures/small.yaml: The file is empty."),
    ("~\n", "procedures/small.yaml: The file is empty."),
    ("[1]: 2\n", "procedures/small.yaml: A key of the file is not a text."),
    (
      "- small\n",
      "procedures/small.yaml, line 1: procedure “small” wants a map in “procedure “small””, not a list."
    ),
  ])
  func `a file that is no YAML is one sentence`(text: String, problem: String) {
    var small = SmallPlaybook()
    small.base[Self.path] = text
    let playbook = small.playbook
    #expect(playbook.procedure("small") == nil)
    #expect(playbook.problems.map(\.description) == [problem])
  }

  @Test func `aliases that unfold without end stop`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let one = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: one, count: 10).joined(separator: ", "))]\n"
    }
    var small = SmallPlaybook()
    small.base[Self.path] = bomb
    let playbook = small.playbook
    #expect(playbook.procedure("small") == nil)
    #expect(
      playbook.problems.map(\.sentence) == ["The file holds more than 500000 values."])
  }

  @Test func `lists within lists without end are refused`() {
    var small = SmallPlaybook()
    small.base[Self.path] = String(repeating: "[", count: 100_000)
    #expect(small.playbook.procedure("small") == nil)
  }

  @Test(arguments: [
    ("id: authority, ", "id: authorty, ", "the house has no policy gate “authority”; put it back."),
    (
      "on: [offer, grant, approve], strength: policy",
      "on: [offer, grant, approve], strength: advice",
      "the house has the gate “authority” as advice; it must stay policy."
    ),
    (
      "on: [offer, grant, approve]", "on: [offer]",
      "the house has the gate “authority”, but not before approve, grant."
    ),
    (
      "when: within_authority", "when: {any: [within_authority, customer_spoke]}",
      "the house has a gate “authority” that opens outside of authority; tighten its “when”."
    ),
    (
      "{not_disclosing: [personal_data, remedy, liability]}", "{not_disclosing: [personal_data]}",
      "the house has a gate “public” that opens to remedy in public; tighten its “when”."
    ),
    (
      "{any: [identified, {not_disclosing: [account_data]}]}", "customer_spoke",
      "the house has a gate “identity” that opens to account_data before an identity check;"
        + " tighten its “when”."
    ),
    (
      "when: nothing_unanswered", "when: customer_spoke",
      "the house has a gate “unanswered” that opens while something is unanswered; tighten its"
        + " “when”."
    ),
    (
      "{closing: [withdrawn, misdirected,", "{closing: [satisfied, withdrawn, misdirected,",
      "the house has a gate “closing_answer” that opens for a close as satisfied that nothing"
        + " bears out; tighten its “when”."
    ),
    (
      "unreachable]}, signed_off]", "unreachable, referred]}, signed_off]",
      "the house has a gate “sign_off” that opens for a close as referred that nobody signed"
        + " off; tighten its “when”."
    ),
    (
      "unreachable, referred]}", "unreachable, referred, declined]}",
      "the house has a gate “finding_before_no” that opens for a close as declined without a"
        + " finding; tighten its “when”."
    ),
  ])
  func `no overlay takes a policy gate out or loosens it`(
    old: String, new: String, sentence: String
  ) {
    let loose = SmallPlaybook.house.replacing(old, with: new)
    let playbook = SmallPlaybook.laying("procedures/house.yaml", loose).playbook
    #expect(playbook.house == SmallPlaybook().playbook.house)
    #expect(playbook.problems.map(\.sentence).contains(sentence))
    #expect(playbook.problems.map(\.file) == ["/ours/procedures/house.yaml"])
  }
}
