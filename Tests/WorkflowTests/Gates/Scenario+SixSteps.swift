import Vocabulary
import Workflow

extension Scenario {
  /// At least one case for every gate of the six steps and of the house, and for every part of
  /// what such a gate asks together.
  static let sixSteps: [Scenario] =
    hearing + missingFacts + collecting + solving + speaking + granting + closing + closingAnswers

  private static let understood: [Beat] = [
    .hears(), .knows([.problem, .demand]), .tells([.regret, .empathy, .paraphrase]), .hears(),
  ]
  private static let settled: [Beat] = [
    .hears(), .tells([.progress]), .followUp(nil), .judged(1),
  ]

  private static let turnedDown: [Beat] = [
    .offered(2), .tells([.offer]), .hears(), .answered(false),
  ]

  private static let hearing: [Scenario] = [
    Scenario(
      "heard", [.hears(heat: .angry), .knows([.problem, .demand])], then: .advance(to: "apologise")),
    Scenario(
      "heard",
      [.hears(heat: .angry), .hears(heat: .angry), .knows([.problem, .demand])],
      then: .advance(to: "apologise")),
    Scenario("heard", [.knows([.problem, .demand])], then: .advance(to: "apologise")),
    Scenario("problem_stated", [.hears(), .knows([.problem])], then: .advance(to: "apologise")),
    Scenario("problem_stated", [.hears(), .unknown(.demand)], then: .advance(to: "apologise")),
    Scenario(
      "apology", [.hears(), .at("apologise"), .tells([.empathy, .paraphrase]), .hears()],
      then: .advance(to: "collect")),
    Scenario(
      "understood", [.hears(), .at("apologise"), .tells([.regret, .paraphrase]), .hears()],
      then: .advance(to: "collect")),
    Scenario(
      "problem_confirmed", [.hears(), .at("apologise"), .tells([.regret, .empathy]), .hears()],
      then: .advance(to: "collect")),
    Scenario(
      "problem_confirmed",
      [
        .hears(), .at("apologise"), .tells([.regret, .empathy, .paraphrase]),
        .hears([.correction]),
      ], then: .advance(to: "collect")),
    Scenario("cool_enquiry", [.hears([.question], heat: .angry)], then: .skip(to: "collect")),
    Scenario("cool_enquiry", [.hears()], then: .skip(to: "collect")),
    Scenario("cool_enquiry", [.concern], then: .skip(to: "collect")),
    Scenario(
      "heard_again",
      understood + [.tells([.progress]), .hears(heat: .explosive), .hears([.question])],
      then: .advance(to: "apologise")),
  ]

  /// The register with one field empty, each in turn.
  private static let missingFacts: [Scenario] = {
    let facts: [FieldName] = [.problem, .demand, .customer, .order, .phone]
    return facts.map { missing in
      Scenario(
        "facts_filled",
        [
          .hears(), .at("collect"), .knows(facts.filter { $0 != missing }),
          .tells([.readBack, .askView]), .hears(),
        ], then: .advance(to: "solve"))
    }
  }()

  private static let collecting: [Scenario] = [
    Scenario(
      "notes_read_back",
      understood + [
        .at("collect"), .knows([.customer, .order, .phone]), .tells([.askView]), .hears(),
      ], then: .advance(to: "solve")),
    Scenario(
      "own_idea",
      understood + [
        .at("collect"), .knows([.customer, .order, .email]), .tells([.readBack]), .hears(),
      ], then: .advance(to: "solve")),
  ]

  private static let solving: [Scenario] = [
    Scenario("confirmed_before_offer", [.hears()], then: .offer([.exchange, .exchange])),
    Scenario("two_or_one", understood, then: .offer([.exchange])),
    Scenario("dated", understood, then: .offer([.exchange, .undated])),
    Scenario(
      "changed_asked", returning: .withAnotherMatter, understood,
      then: .offer([.exchange, .exchange])),
    Scenario("authority", understood, then: .offer([.exchange, .fortune])),
    Scenario("authority", understood + [.asked(for: .fortune)], then: .approve),
    Scenario("plan_offered", understood + [.at("solve")], then: .advance(to: "ask")),
    Scenario(
      "plan_offered", understood + [.at("solve"), .offered(2)], then: .advance(to: "ask")),
    Scenario(
      "answer_recorded", understood + [.at("solve"), .offered(2), .tells([.offer])],
      then: .advance(to: "ask")),
    Scenario(
      "plan_accepted",
      understood + [.at("solve"), .offered(2), .tells([.offer]), .hears(), .answered(false)],
      then: .advance(to: "follow_up")),
    Scenario(
      "handed_up_with_time", understood + [.at("solve")], then: .advance(to: "superior")),
    Scenario(
      "two_rounds",
      understood + turnedDown + turnedDown + [.at("ask"), .viewed], then: .advance(to: "solve")),
    Scenario("view_recorded", understood + [.at("ask")], then: .advance(to: "solve")),
    Scenario(
      "finding_before_impasse", understood + [.at("ask"), .viewed], then: .advance(to: "impasse")),
    Scenario(
      "told_who_and_when", understood + [.at("solve"), .escalated, .at("superior")],
      then: .advance(to: "solve")),
    Scenario("no_with_reason", understood + [.at("impasse")], then: .advance(to: "solve")),
  ]

  private static let speaking: [Scenario] = [
    Scenario("identity", [.hears()], then: .send([.personalData, .accountData])),
    Scenario("promise_owned", returning: .letDown, [.hears()], then: .send([])),
    Scenario("public", on: .public, [.hears()], then: .send([.personalData])),
    Scenario("public", on: .public, [.hears()], then: .send([.remedy])),
    Scenario("public", on: .public, [.hears()], then: .send([.liability])),
  ]

  private static let granting: [Scenario] = [
    Scenario("authority", [.hears(), .knows([.order]), .judged(1)], then: .grant(.fortune)),
    Scenario("identity_for_grant", [.hears(), .judged(1)], then: .grant(.exchange)),
    Scenario("small_grant", [.hears(), .knows([.order]), .judged(3)], then: .grant(.exchange)),
    Scenario(
      "small_grant", [.hears(), .knows([.order, .otherDemands]), .judged(1)],
      then: .grant(.exchange)),
    Scenario(
      "small_grant", [.hears(), .knows([.order]), .judged(1), .followUp(.notFixed)],
      then: .grant(.exchange)),
  ]

  private static let closing: [Scenario] = [
    Scenario("unanswered", [.hears(), .followUp(nil), .judged(1)], then: .close(.withdrawn)),
    Scenario(
      "unanswered", settled + [.hears([.question]), .tells([.regret])], then: .close(.withdrawn)),
    Scenario("sign_off", settled + [.judged(3)], then: .close(.withdrawn)),
    Scenario("sign_off", settled + [.knows([.finding])], then: .close(.declined)),
    Scenario("sign_off", settled, then: .close(.referred)),
    Scenario(
      "finding_before_no", settled + [.unknown(.finding), .signedOff(.declined)],
      then: .close(.declined)),
    Scenario(
      "follow_up_first", [.hears(), .tells([.progress]), .hears([.thanks]), .judged(1)],
      then: .close(.answered)),
    Scenario(
      "follow_up_first",
      [.hears([.question]), .tells([.progress]), .hears([.thanks]), .judged(1), .surveyed],
      then: .close(.satisfied)),
    Scenario(
      "follow_up_first", [.hears(), .tells([.progress]), .judged(1), .surveyed],
      then: .close(.satisfied)),
    Scenario("ground_named", settled + [.surveyed, .upheld(nil)], then: .close(.satisfied)),
    Scenario("ground_named", settled + [.surveyed, .upheld(.breach)], then: .close(.satisfied)),
    Scenario(
      "promises_kept", settled + [.promised(hours: 1), .surveyed, .waits(hours: 2)],
      then: .close(.satisfied)),
  ]

  private static let closingAnswers: [Scenario] = [
    Scenario("closing_answer", settled, then: .close(.satisfied)),
    Scenario(
      "closing_answer", settled + [.hears([.thanks, .rejection]), .tells([.progress])],
      then: .close(.satisfied)),
    Scenario(
      "closing_answer",
      settled + [.offered(2), .tells([.offer]), .hears(), .answered(false), .tells([.progress])],
      then: .close(.accepted)),
    Scenario("closing_answer", settled, then: .close(.granted)),
    Scenario(
      "closing_answer",
      settled + [.knows([.order]), .granted, .followUp(.newProblem), .followUp(nil)],
      then: .close(.granted)),
    Scenario("closing_answer", settled, then: .close(.answered)),
    Scenario(
      "closing_answer", settled + [.waits(hours: 24), .tells([.question])],
      then: .close(.noReply)),
    Scenario(
      "closing_answer", settled + [.followUp(.unreachable)], then: .close(.unreachable)),
    Scenario("closing_answer", settled, then: .close(.duplicate)),
  ]
}
