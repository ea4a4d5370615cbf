import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// The one door: what comes through it, once, and by whom.
@Suite struct DeskDoorTests {
  @Test func `the first person to sign in is the supervisor, the next must be added`() throws {
    let bench = try Bench()
    #expect(try bench.desk.signIn("sam", name: "Sam").role == .supervisor)
    #expect(throws: DeskError.stranger("eve")) {
      try bench.desk.signIn("eve", name: "Eve")
    }
  }

  @Test func `nobody can take the last supervisor away`() throws {
    let bench = try Bench()
    let sam = try bench.desk.signIn("sam", name: "Sam")
    #expect(throws: DeskError.lastSupervisor) {
      try bench.desk.put(Person(id: "sam", name: "Sam", role: .agent), by: sam)
    }
    let mei = try bench.desk.signIn("mei", name: "Mei")
    #expect(throws: DeskError.notAllowed("mei", .people)) {
      try bench.desk.put(Person(id: "eve", name: "Eve", role: .agent), by: mei)
    }
  }

  @Test func `the same command twice is one change`() throws {
    let bench = try Bench()
    let ref = try bench.open("My parcel never came.")
    let request = DeskRequest(
      by: "mei", ref: ref, envelope: CommandEnvelope(id: "once", command: .claim))
    let first = try bench.desk.perform(request)
    let second = try bench.desk.perform(request)
    #expect(!first.repeated)
    #expect(second.repeated)
    #expect(second.result == first.result)
    #expect(second.events.map(\.record) == first.events.map(\.record))
    let other = try bench.open("Mine neither.")
    #expect(throws: DeskError.reusedCommand("once", ref)) {
      try bench.desk.perform(
        DeskRequest(
          by: "mei", ref: other, envelope: CommandEnvelope(id: "once", command: .claim)))
    }
  }

  @Test func `a case is held by one person at a time`() throws {
    let bench = try Bench()
    let ref = try bench.open("My parcel never came.")
    try bench.perform(.claim, on: ref)
    #expect(throws: Refusal(gate: .holder, needs: [.heldBy("mei")])) {
      try bench.perform(.claim, on: ref, by: "ann")
    }
    #expect(throws: Refusal(gate: .holder, needs: [.heldBy("mei")])) {
      try bench.perform(.send(Draft(text: "Hello.")), on: ref, by: "ann")
    }
    try bench.perform(.takeOver(reason: "Mei is on a call"), on: ref, by: "lin")
    #expect(throws: Refusal(gate: .claim, needs: [.heldBy("lin")])) {
      try bench.desk.perform(
        DeskRequest(
          by: "mei", ref: ref,
          envelope: CommandEnvelope(id: "late", command: .note(text: "x"), epoch: 1)))
    }
  }

  @Test func `the number of the case may be told before the identity is checked`() throws {
    let bench = try Bench()
    let ref = try bench.open("十月份的帳單扣了兩筆，哪一筆才是對的？")
    try bench.perform(.claim, on: ref)
    #expect(throws: Refusal.self) {
      try bench.perform(.send(Draft(text: "您的訂單編號是 TW-771204。")), on: ref)
    }
    try bench.perform(.send(Draft(text: "請註明案件編號 \(ref.rawValue)。")), on: ref)
  }

  @Test func `an auditor changes nothing`() throws {
    let bench = try Bench()
    let ref = try bench.open("My parcel never came.")
    #expect(throws: Refusal(gate: .role, needs: [.permission(.work)])) {
      try bench.perform(.claim, on: ref, by: "aud")
    }
  }

  @Test func `take next claims the most urgent free case, and none twice`() throws {
    let bench = try Bench()
    let calm = try bench.open("Could you tell me when the shop opens?")
    let hot = try bench.open(
      "You people are useless liars!! Third time! If this isn't fixed today I'll sue you!!")
    #expect(try bench.desk.takeNext(for: "mei", command: "a")?.ref == hot)
    #expect(try bench.desk.takeNext(for: "ann", command: "b")?.ref == calm)
    #expect(try bench.desk.takeNext(for: "ann", command: "c") == nil)
  }

  @Test func `card numbers and codes are masked before they are kept`() throws {
    let bench = try Bench()
    let ref = try bench.open("My card is 4111 1111 1111 1111, please refund it.")
    try bench.hear("验证码 839201", on: ref)
    let events = try bench.desk.store.events(of: ref, after: 0)
    let kept = try events.map { try EventCoding.text(of: $0.record.event) }.joined()
    #expect(!kept.contains("1111 1111"))
    #expect(!kept.contains("839201"))
  }

  @Test func `a snoozed case wakes when its time has come`() throws {
    let bench = try Bench()
    let ref = try bench.open("My parcel never came.")
    try bench.perform(.claim, on: ref)
    try bench.say("Thank you for telling us. Which order number is it, please?", on: ref)
    try bench.perform(.snooze(until: bench.now.adding(seconds: 600)), on: ref)
    #expect(try bench.desk.sweep().isEmpty)
    bench.pass(seconds: 601)
    #expect(try bench.desk.sweep() == [ref])
    #expect(try bench.desk.find(ref).state == .open)
    #expect(try bench.desk.sweep().isEmpty)
  }

  @Test func `a case is handed to nobody who may not work it`() throws {
    let bench = try Bench()
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    #expect(throws: DeskError.notAllowed("aud", .work)) {
      try bench.perform(.transfer(to: "aud"), on: ref)
    }
    try bench.perform(.transfer(to: "ann"), on: ref)
    #expect(try bench.desk.find(ref).offeredTo == "ann")
  }

  @Test func `words that tell of danger come first until somebody says there is none`() throws {
    let bench = try Bench()
    let hot = try bench.open("You people are useless liars!! Third time! I'll sue you!!")
    let danger = try bench.open("The heater you sent is smoking and there are sparks.")
    func first() throws -> QueueRow? { try bench.desk.store.queue(QueuePage(limit: 1)).first }
    #expect(try first()?.ref == danger)
    #expect(try first()?.tellsOfDanger == true)
    try bench.perform(.claim, on: danger)
    try bench.say("Please pull the plug now if you can do it safely, and step away.", on: danger)
    // An answer alone makes nobody safe.
    #expect(try first()?.ref == danger)
    try bench.perform(.dangerOver, on: danger)
    #expect(try first()?.ref == hot)
    try bench.hear("The heater is smoking again and there are sparks.", on: danger)
    #expect(try first()?.ref == danger)
    try bench.perform(.danger(.fire), on: danger)
    try bench.perform(.dangerOver, on: danger)
    #expect(try first()?.ref == hot)
  }

  @Test func `a promise of a closed case comes back into the queue of whoever made it`() throws {
    let bench = try Bench()
    let ref = try bench.open("Where is my parcel QW-48213?")
    try bench.perform(.claim, on: ref, by: "sam")
    try bench.perform(
      .promise(what: "the courier's answer", due: bench.now.adding(seconds: 3600)), on: ref,
      by: "sam")
    try bench.perform(
      .close(.withdrawn, words: "found it"), on: ref, by: "sam",
      override: .words("rehearsal"))
    func mine() throws -> [CaseRef] {
      try bench.desk.store.queue(QueuePage(limit: 9, filter: .heldBy("sam"))).map(\.ref)
    }
    #expect(try bench.desk.sweep().isEmpty)
    #expect(try mine().isEmpty)
    bench.pass(seconds: 3601)
    #expect(try bench.desk.sweep() == [ref])
    #expect(try bench.desk.sweep().isEmpty)
    #expect(try mine() == [ref])
    #expect(try bench.desk.takeNext(for: "ann", command: "n") == nil, "it is nobody's to claim")
    try bench.perform(.settlePromise(number: 1, kept: true), on: ref)
    #expect(try mine().isEmpty)
    #expect(try bench.desk.find(ref).state == .closed)
  }

  @Test func `a returning customer brings the record and the broken promise along`() throws {
    let bench = try Bench()
    let customer = Customer(name: "Ms Reed", phone: "+44 20 7946 0018")
    let first = try bench.open("The broadband has been down for five days.", customer: customer)
    try bench.perform(.claim, on: first)
    try bench.perform(
      .set(.problem, value: "broadband down for five days", reason: nil), on: first)
    try bench.perform(
      .promise(what: "an engineer calls", due: bench.now.adding(seconds: 3600)), on: first)
    bench.pass(seconds: 2 * 86_400)
    let second = try bench.open("Nobody called!", customer: customer)
    let found = try bench.desk.find(second)
    #expect(found.earlier?.ref == first)
    #expect(found.earlier?.promise?.state == .broken)
    #expect(found.fields[.problem]?.value == "broadband down for five days")
    #expect(found.step == "solve")
  }

  /// A case about a parcel, understood and with a promise that is running or was broken.
  private func first(_ bench: Bench, by name: String, days: Int64) throws -> CaseRef {
    let ref = try bench.open(
      "My parcel never came.", customer: Customer(name: name, phone: "+44 20 7946 0018"))
    try bench.perform(.claim, on: ref)
    try bench.perform(.set(.problem, value: "the parcel never came", reason: nil), on: ref)
    try bench.perform(.set(.order, value: "QW-1001", reason: nil), on: ref)
    try bench.perform(
      .promise(what: "a call", due: bench.now.adding(seconds: 86_400)), on: ref)
    bench.pass(seconds: days * 86_400)
    return ref
  }

  private func second(_ bench: Bench, _ words: String, by name: String) throws -> Case {
    try bench.desk.find(
      bench.open(words, customer: Customer(name: name, phone: "+44 20 7946 0018")))
  }

  @Test func `another name on the same number is another customer`() throws {
    let bench = try Bench()
    _ = try first(bench, by: "Ms Reed", days: 2)
    let found = try second(bench, "You charged me twice! WTF!", by: "Mr Okafor")
    #expect(found.earlier == nil)
    #expect(found.step == "vent")
    #expect(found.fields[.problem] == nil)
  }

  @Test func `a second matter beside one that is running starts at the beginning`() throws {
    let bench = try Bench()
    let ref = try first(bench, by: "Ms Reed", days: 0)
    let found = try second(bench, "You charged me twice! WTF!", by: "Ms Reed")
    #expect(found.earlier?.ref == ref)
    #expect(found.step == "vent")
    #expect(found.confirmations.isEmpty)
    #expect(found.fields[.problem] == nil)
    let other = try second(bench, "Order number QW-2002 is late too.", by: "Ms Reed")
    #expect(other.step == "vent")
  }

  @Test func `the same order again goes on where it was left, and anger is heard first`() throws {
    let bench = try Bench()
    _ = try first(bench, by: "Ms Reed", days: 0)
    let found = try second(
      bench, "WTF! Order number QW-1001 is still not here, you useless liars!", by: "Jane Reed")
    #expect(found.step == "solve")
    #expect(found.confirmations[.problem] == .implied)
    #expect(found.flared)
  }

  @Test func `another order is another matter, promise broken or not`() throws {
    let bench = try Bench()
    _ = try first(bench, by: "Ms Reed", days: 2)
    let found = try second(bench, "Order number QW-2002 is late.", by: "Ms Reed")
    #expect(found.earlier?.promise?.state == .broken)
    #expect(found.step == "vent")
  }

  @Test func `the desk is sound after a shift, and verify names what is not`() throws {
    let bench = try Bench()
    let ref = try bench.open("My parcel never came.")
    try bench.perform(.claim, on: ref)
    #expect(try bench.desk.verify() == [])
    let current = try bench.desk.find(ref)
    let rules = try bench.desk.rules(for: current.procedure)
    let forged = RecordedEvent(
      version: current.version + 1, at: bench.now, actor: "mei", command: "forged",
      event: .closed(reason: .satisfied, words: "", signedOffBy: nil, review: false))
    var after = current
    after.apply(forged)
    try bench.desk.store.write { transaction in
      try transaction.append(
        Appending(
          ref: ref, from: current.version, events: [forged],
          row: QueueRow(of: after, by: rules.clocks, heatScore: nil)))
    }
    let faults = try bench.desk.verify()
    #expect(
      faults.contains(
        "Case \(ref): mei closed it as “satisfied” at version \(forged.version) although the "
          + "gate “unanswered” was closed."))
  }
}
