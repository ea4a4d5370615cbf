import Testing
import Vocabulary
import Workflow

/// What people did honestly, however wildly, is never called forged.
struct AuditPropertyTests {
  @Test(arguments: Shipped.ids)
  func `whatever honest play writes is explained by decisions`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    var commands = 0
    for seed in ShiftPropertyTests.seeds {
      let story = try ShiftPropertyTests.play(rules, seed: seed)
      let found = AuditTests.findings(in: story.log, by: rules, now: story.now)
      #expect(found.isEmpty, "\(id), seed \(seed): \(found.map { "\($0)" })")
      commands += story.journal.count
    }
    #expect(commands > 300)
  }

  /// Another playbook later on is no reproach, whatever it says.
  @Test func `under another playbook nothing is called forged`() throws {
    var notes = 0
    for (id, other) in zip(Shipped.ids, Shipped.ids.dropFirst() + Shipped.ids.prefix(1)) {
      let rules = try #require(Shipped.rules(id))
      var later = try #require(Shipped.rules(other))
      later.authority.permissions = [.supervisor: [.work]]
      later.authority.limits = [:]
      later.authority.remedies = [:]
      later.clocks = ClockRules()
      later.house = later.house.filter { !["closing_answer", "sign_off"].contains($0.id) }
      for seed in ShiftPropertyTests.seeds {
        let story = try ShiftPropertyTests.play(rules, seed: seed)
        let found = AuditTests.findings(in: story.log, by: later, now: story.now)
        let faults = found.filter { !$0.isNote }
        #expect(faults.isEmpty, "\(id) by \(other), seed \(seed): \(faults.map { "\($0)" })")
        notes += found.count
      }
    }
    #expect(notes > 100)
  }

  /// Somebody else's name on what only the holder may do.
  @Test func `a name put under what another did is found`() throws {
    let rules = try #require(Shipped.rules("six_steps"))
    var tried = 0
    for seed in ShiftPropertyTests.seeds {
      let story = try ShiftPropertyTests.play(rules, seed: seed)
      guard
        let place = story.log.lastIndex(where: {
          [.replied, .advanced, .fieldSet, .offered].contains($0.event.kind) && $0.actor == "mei"
        })
      else { continue }
      var log = story.log
      let command = log[place].command
      for index in log.indices where log[index].command == command { log[index].actor = "kim" }
      let found = AuditTests.findings(in: log, by: rules, now: story.now)
      #expect(found.contains { !$0.isNote && $0.actor == "kim" }, "seed \(seed)")
      tried += 1
    }
    #expect(tried > 5)
  }
}
