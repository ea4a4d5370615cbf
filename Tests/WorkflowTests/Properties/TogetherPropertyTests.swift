import Testing
import Vocabulary
import Workflow

/// Whatever colleagues are asked, and in whatever order they answer.
struct TogetherPropertyTests {
  private static let people = [
    Colleague(id: "mei", role: .agent), Colleague(id: "ann", role: .agent),
    Colleague(id: "lin", role: .senior), Colleague(id: "sam", role: .supervisor),
  ]

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `questions and sessions stay sound, and the log tells them again`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var rules = Rules.sixSteps
    rules.together = Together(turnedDown: 2, cameBack: 1)
    var story = try Story(rules)
    try story.hears("It broke.")
    var barred: Set<PersonID> = []
    for _ in 0..<160 {
      story.wait(Int64(random.number(1...900)))
      let who = Self.people[random.number(0...3)]
      let asked = (0..<random.number(0...3)).map { _ -> Asked in
        random.chance(30) ? .role(.senior) : .person(Self.people[random.number(0...3)].id)
      }
      let number = random.chance(40) ? random.number(0...6) : nil
      let words = random.chance(80) ? "words" : " "
      let command: CaseCommand =
        switch random.number(0...9) {
        case 0...3:
          .consult(
            asked: asked, question: words,
            due: random.chance(30) ? story.inHours(Int64(random.number(0...3)) - 1) : nil,
            tells: random.chance(60) ? story.inHours(Int64(random.number(0...4))) : nil)
        case 4...6: .giveView(number: number, words: words)
        case 7, 8:
          .endConsult(
            number: number,
            outcome: random.chance(80) ? random.any(ConsultOutcome.self, or: .plan) : nil,
            words: words, route: random.chance(60) ? "the ombudsman" : "")
        default: random.chance(20) ? .complainedAbout("ann", on: true) : .note(text: "looked at")
        }
      let before = story.current
      let isDone = (try? story.act(command, by: who)) != nil
      if case .complainedAbout(let person, _) = command, isDone { barred.insert(person) }
      try expectSound(story.current, after: before, by: story.rules)
      if case .consult = command, isDone, let last = story.current.consultations.last {
        #expect(last.by == who.id)
        #expect(!last.asked.contains(.person(who.id)))
        #expect(barred.allSatisfy { !last.asked.contains(.person($0)) })
        #expect(last.due > story.now)
        #expect(last.tells.map { $0 >= last.due } ?? (last.asked.count == 1))
      }
      if !isDone { #expect(story.current == before) }
    }
    #expect(Case(replaying: story.log) == story.current)
    #expect(!story.current.consultations.isEmpty)
  }

  private func expectSound(_ current: Case, after before: Case, by rules: Rules) throws {
    #expect(current.openConsultations.count { $0.isJoint } <= 1)
    let clocks = current.clocks(by: rules.clocks).count { $0.name == .consult }
    #expect(clocks == current.openConsultations.count)
    for one in current.consultations {
      #expect(!one.asked.isEmpty)
      #expect(Set(one.asked).count == one.asked.count)
      #expect(Set(one.views.map(\.speaksFor)).count == one.views.count)
      #expect(one.views.allSatisfy { one.asked.contains($0.speaksFor) && !$0.words.isEmpty })
      if one.isJoint, let end = one.end {
        #expect(end.outcome != nil)
        #expect(!end.words.isEmpty)
        #expect((end.outcome == .refusal) == !end.route.isEmpty)
      }
    }
    // What is on record stays.
    for old in before.consultations {
      let now = try #require(current.consultations.first { $0.number == old.number })
      #expect(Array(now.views.prefix(old.views.count)) == old.views)
      if let end = old.end { #expect(now.end == end) }
    }
  }
}
