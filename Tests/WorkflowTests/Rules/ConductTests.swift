import Testing
import Vocabulary
import Workflow

/// Bad faith and the way to court: on evidence, by two people, never by heat (domain D17, F).
struct ConductTests {
  private static let sam = Colleague(id: "sam", role: .supervisor)

  private func story() throws -> Story {
    let rules = try #require(Shipped.rules("six_steps"))
    var story = try Story(rules)
    try story.hears("Pay me or I go to the papers!", [.threat, .abuse], heat: .explosive)
    return story
  }

  private func evidence(_ items: EvidenceID...) -> [Evidence] {
    items.map { Evidence(item: $0, note: "message 1") }
  }

  @Test func `heat alone proves nothing, and neither does a regulator, a court or the press`()
    throws
  {
    let story = try story()
    for kind in ConductKind.allCases {
      for items in [
        [], evidence("insults"), evidence("goes_outside"), evidence("insults", "goes_outside"),
        evidence("insults", "same_claim_repeated", "false_identity", "knew_better"),
      ] {
        let refusal = story.refusal(of: .proposeConduct(kind, evidence: items))
        #expect(refusal?.gate == .evidence, "\(items)")
        #expect(refusal?.needs == [.ground])
        #expect(refusal?.override == nil)
      }
    }
  }

  @Test func `beside a loss of their own a threat to turn outside is never evidence`() throws {
    for field in [FieldName.loss, .lossAmount] {
      var story = try story()
      let items = evidence("invented_facts", "goes_outside")
      #expect(story.refusal(of: .proposeConduct(.malicious, evidence: items)) == nil)
      try story.fills([field: "90"])
      let refusal = story.refusal(of: .proposeConduct(.malicious, evidence: items))
      #expect(refusal?.needs == [.noThreatBesideLoss])
      #expect(
        story.refusal(of: .proposeConduct(.malicious, evidence: evidence("invented_facts")))
          == nil)
    }
  }

  @Test func `a loss told between proposal and decision is asked again`() throws {
    var story = try story()
    try story.act(
      .proposeConduct(.malicious, evidence: evidence("invented_facts", "goes_outside")))
    try story.fills([.loss: "a day off"])
    let yes = CaseCommand.decideConduct(number: 1, confirmed: true, reason: "shown")
    #expect(story.refusal(of: yes, by: Self.sam)?.needs == [.noThreatBesideLoss])
    try story.act(.decideConduct(number: 1, confirmed: false, reason: "no"), by: Self.sam)
    #expect(story.current.openConduct.isEmpty)
  }

  @Test func `every item wants a note, and one of the list`() throws {
    let story = try story()
    let blank = [Evidence(item: "invented_facts", note: " ")]
    #expect(
      story.refusal(of: .proposeConduct(.malicious, evidence: blank))?.gate == .complete)
    #expect(
      story.refusal(of: .proposeConduct(.malicious, evidence: evidence("a_feeling")))?.needs
        == [.existing("evidence")])
  }

  @Test func `only another person who is a supervisor confirms, with a reason`() throws {
    var story = try story()
    try story.act(.takeOver(reason: "mine"), by: .ana)
    try story.act(.proposeConduct(.malicious, evidence: evidence("forged_papers")), by: .ana)
    let yes = CaseCommand.decideConduct(number: nil, confirmed: true, reason: "the till roll")
    #expect(story.refusal(of: yes, by: .ana)?.gate == .author)
    #expect(story.refusal(of: yes, by: .mei)?.gate == .role)
    #expect(story.refusal(of: yes, by: .lin)?.gate == .role)
    #expect(
      story.refusal(
        of: .decideConduct(number: 1, confirmed: true, reason: " "), by: Self.sam)?.needs
        == [.reason])
    #expect(story.current.standing(.malicious) == nil)
    try story.act(yes, by: Self.sam)
    #expect(story.current.standing(.malicious)?.decision?.by == "sam")
    try story.act(.liftConduct(number: nil, reason: "a mistake at the till"), by: .ana)
    #expect(story.current.standing(.malicious) == nil)
  }

  @Test func `what was confirmed ends a case without another yes, and lifted it does not`() throws {
    for (kind, reason) in [(ConductKind.malicious, CloseReason.declined), (.legal, .referred)] {
      var story = try story()
      #expect(story.current.signOff(for: reason) == nil)
      try story.act(.proposeConduct(kind, evidence: evidence("no_loss_demand")))
      #expect(story.current.signOff(for: reason) == nil)
      try story.act(
        .decideConduct(number: 1, confirmed: true, reason: "shown"), by: Self.sam)
      #expect(story.current.signOff(for: reason) == "sam")
      #expect(story.gate("sign_off", before: .close, closing: reason)?.met == true)
      try story.act(.liftConduct(number: 1, reason: "not so"), by: Self.sam)
      #expect(story.current.signOff(for: reason) == nil)
    }
  }
}
