import DeskTesting
import Playbook
import Practice
import Testing
import Vocabulary
import Workflow

/// What can be counted on with every customer there is to practise on.
@Suite struct SimulatedCustomerTests {
  private func customer(_ line: WordsTests.Line) throws -> SimulatedCustomer {
    let manners = try #require(Playbook.shipped.manners)
    return try #require(SimulatedCustomer(line.scenario, in: line.language, manners: manners))
  }

  private func offer(_ scenario: Scenario, dated: Bool = true) -> [PlanOption] {
    scenario.remedies.prefix(2).map {
      PlanOption(remedy: $0, what: "…", due: dated ? Instant(seconds: 1_000) : nil)
    }
  }

  /// The six steps, as turns.
  private func sixSteps(_ scenario: Scenario, _ fact: String) -> [AgentTurn] {
    [
      AgentTurn(words: "…", acts: [.acknowledgement]),
      AgentTurn(words: "…", acts: [.regret, .empathy]),
      AgentTurn(words: fact, acts: [.paraphrase]),
      AgentTurn(words: "…", acts: [.question]),
      AgentTurn(words: fact, acts: [.readBack, .askView, .question]),
      AgentTurn(words: "…", acts: [.offer], offered: offer(scenario)),
    ]
  }

  @Test(arguments: WordsTests.all) func `the six steps calm everybody to a yes`(
    _ line: WordsTests.Line
  ) throws {
    guard !line.scenario.remedies.isEmpty else { return }
    for seed in 1...40 as ClosedRange<UInt64> {
      var chance = ChanceGenerator(seed: seed)
      var customer = try customer(line)
      let before = customer.temper
      var last: CustomerTurn?
      for turn in sixSteps(line.scenario, customer.words.facts[0]) {
        last = customer.react(to: .turn(turn), using: &chance)
        if !line.scenario.fallsSilent { #expect(last != nil) }
      }
      #expect(customer.temper < max(1, before))
      #expect(customer.isSettled != line.scenario.fallsSilent)
      if let last, let taken = customer.taken {
        #expect(customer.words.accepts[taken]?.contains(last.words) == true)
      }
    }
  }

  @Test(arguments: WordsTests.all) func `nobody who is argued with accepts while hot`(
    _ line: WordsTests.Line
  ) throws {
    guard !line.scenario.remedies.isEmpty else { return }
    let hurts: [Set<String>] = [["argue"], ["blame"], ["dismiss"], ["doubt"], ["buck"]]
    for seed in 1...60 as ClosedRange<UInt64> {
      var chance = ChanceGenerator(seed: seed)
      var customer = try customer(line)
      for step in 0..<12 {
        let isOffer = step.isMultiple(of: 2)
        let turn =
          isOffer
          ? AgentTurn(words: "…", acts: [.offer], offered: offer(line.scenario))
          : AgentTurn(words: "…", findings: hurts.randomElement(using: &chance) ?? ["argue"])
        let wasHot = customer.temper >= Scenario.hot
        let wasSettled = customer.isSettled
        _ = customer.react(to: .turn(turn), using: &chance)
        if wasHot, isOffer, !wasSettled { #expect(!customer.isSettled) }
      }
    }
  }

  @Test(arguments: WordsTests.all) func `a hot customer is won back by being heard`(
    _ line: WordsTests.Line
  ) throws {
    guard line.scenario.remedies.count > 1, !line.scenario.fallsSilent else { return }
    var chance = ChanceGenerator(seed: 5)
    var customer = try customer(line)
    _ = customer.react(to: .turn(AgentTurn(words: "…", findings: ["argue"])), using: &chance)
    _ = customer.react(
      to: .turn(AgentTurn(words: "…", acts: [.offer], offered: offer(line.scenario))),
      using: &chance)
    for turn in sixSteps(line.scenario, customer.words.facts[0]) {
      _ = customer.react(to: .turn(turn), using: &chance)
    }
    #expect(customer.isSettled)
  }

  @Test(arguments: WordsTests.all) func `an offer without a day is asked for its day`(
    _ line: WordsTests.Line
  ) throws {
    guard !line.scenario.remedies.isEmpty, line.scenario.temper < Scenario.hot else { return }
    var chance = ChanceGenerator(seed: 2)
    var customer = try customer(line)
    let said = customer.react(
      to: .turn(
        AgentTurn(words: "…", acts: [.offer], offered: offer(line.scenario, dated: false))),
      using: &chance)
    let words = try #require(Playbook.shipped.manners?.words[line.language]?.says[.asksWhen])
    #expect(words.contains(said?.words ?? ""))
    #expect(!customer.isSettled)
  }

  @Test(arguments: WordsTests.all) func `silence is borne some times, then no more`(
    _ line: WordsTests.Line
  ) throws {
    var chance = ChanceGenerator(seed: 3)
    var customer = try customer(line)
    let said = (0..<8).compactMap { _ in customer.react(to: .silence, using: &chance) }
    #expect((3...4).contains(said.count))
    for (one, next) in zip(said, said.dropFirst()) { #expect(one.words != next.words) }
  }

  @Test(arguments: WordsTests.all) func `the same is never said twice running`(
    _ line: WordsTests.Line
  ) throws {
    var chance = ChanceGenerator(seed: 8)
    var customer = try customer(line)
    var last: String?
    for _ in 0..<12 {
      let turn = customer.react(
        to: .turn(AgentTurn(words: "…", acts: [.acknowledgement])), using: &chance)
      #expect(turn?.words != last)
      last = turn?.words
    }
  }

  @Test(arguments: WordsTests.all) func `answers take between two and six seconds`(
    _ line: WordsTests.Line
  ) throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var chance = ChanceGenerator(seed: seed)
      var customer = try customer(line)
      for turn in sixSteps(line.scenario, customer.words.facts[0]) {
        if let said = customer.react(to: .turn(turn), using: &chance) {
          #expect((2...6).contains(said.after))
        }
      }
    }
  }

  @Test func `the same seed gives the same shift, another one another`() throws {
    func shift(_ seed: UInt64) throws -> [String] {
      let plan = try #require(ShiftPlan(newcomer: .shipped, language: .en, seed: seed))
      return try plan.scenarios.flatMap { scenario in
        var chance = ChanceGenerator(seed: seed, for: scenario.id.rawValue)
        var customer = try #require(
          SimulatedCustomer(scenario, in: .en, manners: plan.manners))
        return [scenario.id.rawValue]
          + sixSteps(scenario, customer.words.facts[0]).compactMap {
            customer.react(to: .turn($0), using: &chance)?.words
          }
      }
    }
    for seed in 1...5 as ClosedRange<UInt64> { #expect(try shift(seed) == shift(seed)) }
    #expect(Set(try (1...12).map { try shift($0) }).count > 6)
  }
}
