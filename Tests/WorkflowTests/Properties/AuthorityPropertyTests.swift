import Testing
import Vocabulary
import Workflow

/// What moves a limit, and what never does (domain D5).
struct AuthorityPropertyTests {
  private static let roles: [Role] = [.agent, .senior, .supervisor, .trainer]
  private static let faults: [Fault?] = [nil, .some(.none), .customer, .third, .shared, .ours]

  private func shipped() throws -> Authority {
    try #require(Shipped.rules("six_steps")).authority
  }

  @Test func `a limit grows with our share of the fault and with the loss, and never shrinks`()
    throws
  {
    let authority = try shipped()
    var moved = 0
    for seed in UInt64(1)...400 {
      var random = SeededGenerator(seed: seed)
      let role = random.pick(Self.roles, or: .agent)
      let remedy = random.pick(authority.remedies.keys.sorted(), or: "refund")
      func most(_ fault: Fault?, _ loss: Int64?) -> Int64? {
        let weighing = Weighing(
          fault: fault, loss: loss.map { Money(minor: $0, currency: "CNY") })
        switch authority.limit(of: role, for: remedy, in: "CNY", weighing: weighing) {
        case nil: return nil
        case .unlimited: return .max
        case .upTo(let amounts): return amounts["CNY"]
        }
      }
      let losses: [Int64?] = [
        nil, 0, Int64(random.number(1...9_999)), Int64(random.number(10_000...900_000)), .max,
      ]
      let base = most(nil, nil)
      for loss in losses {
        let row = Self.faults.map { most($0, loss) }
        for (less, more) in zip(row, row.dropFirst()) {
          #expect((less ?? -1) <= (more ?? -1), "\(role) \(remedy) \(loss ?? -1): \(row)")
          if less != more { moved += 1 }
        }
        #expect((row.first ?? nil) ?? -1 >= base ?? -1)
      }
      for fault in Self.faults {
        let column = losses.map { most(fault, $0) ?? -1 }
        #expect(column == column.sorted(), "\(role) \(remedy) \(column)")
      }
    }
    #expect(moved > 100)
  }

  @Test func `what is covered for little fault or loss is covered for more`() throws {
    let authority = try shipped()
    for seed in UInt64(1)...400 {
      var random = SeededGenerator(seed: seed)
      let role = random.pick(Self.roles, or: .agent)
      let option = PlanOption(
        remedy: random.pick(authority.remedies.keys.sorted(), or: "refund"), what: "x",
        amount: Money(minor: Int64(random.number(1...3_000_000)), currency: "CNY"))
      let loss = Money(minor: Int64(random.number(0...500_000)), currency: "CNY")
      let more = Money(minor: loss.minor * 2, currency: "CNY")
      for (index, fault) in Self.faults.enumerated()
      where authority.covers(role, option, weighing: Weighing(fault: fault, loss: loss)) {
        for worse in Self.faults[index...] {
          #expect(authority.covers(role, option, weighing: Weighing(fault: worse, loss: more)))
        }
      }
    }
  }

  @Test(arguments: Shipped.ids)
  func `heat moves no limit, whatever else happened`(id: ProcedureID) throws {
    let rules = try #require(Shipped.rules(id))
    var compared = 0
    for seed in ShiftPropertyTests.seeds {
      var calm = try ShiftPropertyTests.play(rules, seed: seed)
      guard calm.current.state != .closed else { continue }
      var hot = calm
      try calm.hears("Hm.", [], heat: .calm)
      try hot.hears("Or I go to the papers!", [.threat, .abuse], heat: .explosive)
      #expect(calm.current.weighing == hot.current.weighing)
      for role in Self.roles {
        for remedy in rules.authority.remedies.keys {
          for yuan in [Int64(20), 150, 900, 40_000] {
            let option = PlanOption(
              remedy: remedy, what: "x", amount: Money(minor: yuan * 100, currency: "CNY"))
            func missing(_ story: Story) -> [Need] {
              let about = Subject(role: role, options: [option])
              let gates = story.current.gates(
                before: .offer, by: rules, about: about, now: story.now)
              return gates.first { $0.gate.id == "authority" }?.missing ?? []
            }
            #expect(missing(calm) == missing(hot), "\(id), seed \(seed), \(role) \(remedy)")
            compared += 1
          }
        }
      }
    }
    #expect(compared > 1_000)
  }

  @Test func `no reason passes the limit of whoever gives it`() throws {
    var passed = 0
    var held = 0
    for seed in UInt64(1)...300 {
      var random = SeededGenerator(seed: seed)
      var story = try Story()
      try story.hears("My kettle came without a lid.")
      let who = random.pick([Colleague.mei, .lin, .ana], or: .ana)
      if who != .mei {
        try story.act(.release)
        try story.act(.claim, by: who)
      }
      let option = PlanOption.refund(Int64(random.number(1...9_000)), due: story.inHours(1))
      let isCovered = story.rules.authority.covers(
        who.role, option, weighing: story.current.weighing)
      let attempt = Attempt(
        command: .offer(options: [option], onlyOneBecause: "nothing else helps"), by: who,
        override: .words("it is worth it"),
        burning: random.chance(30))
      let refusal = story.refusal(of: attempt)
      #expect(
        (refusal?.gate == "authority") == !isCovered, "seed \(seed): \(String(describing: refusal))"
      )
      if isCovered { passed += 1 } else { held += 1 }
    }
    #expect(passed > 30 && held > 30)
  }
}
