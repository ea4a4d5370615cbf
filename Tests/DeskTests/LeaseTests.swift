import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// Conversations that go back to the queue by themselves, and looks that are recorded.
@Suite struct LeaseTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  @Test func `chats go back and stay their owner's, calls stay, drafts are kept`() throws {
    let chat = try bench.open("Where is my parcel?")
    let call = try bench.open("I am on the line.", channel: .phone)
    let other = try bench.open("Hello?")
    for ref in [chat, call] { try bench.perform(.claim, on: ref) }
    try bench.perform(.claim, on: other, by: "ann")
    try bench.desk.store.keep(draft: "Dear Ms Reed", of: "mei", for: chat)
    #expect(try bench.desk.lapse(of: "mei") == [chat])
    let gone = try bench.desk.find(chat)
    #expect(gone.handler == nil)
    #expect(gone.owner == "mei")
    #expect(try bench.desk.find(call).handler == "mei")
    #expect(try bench.desk.find(other).handler == "ann")
    #expect(try bench.desk.store.drafts(of: "mei") == [chat: "Dear Ms Reed"])
    let last = try #require(try bench.desk.store.events(of: chat, after: 0).last)
    #expect(last.record.event == .lapsed(from: "mei"))
    #expect(last.record.actor == Desk.itself.id)
    #expect(try bench.desk.takeNext(for: "ann", command: "next")?.ref == chat)
    #expect(try bench.desk.verify().isEmpty)
  }

  @Test func `watchers on many desks take a case back once, and never from a newer claim`() throws {
    let ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref)
    let other = Desk(
      store: bench.desk.store, playbook: bench.desk.playbook, now: bench.desk.now,
      sampled: { _ in false })
    // Both have seen the same claim.
    #expect(try other.find(ref).epoch == 1)
    #expect(try bench.desk.lapse(of: "mei") == [ref])
    #expect(try other.lapse(of: "mei").isEmpty)
    try bench.perform(.claim, on: ref)
    let late = CommandEnvelope(id: "lapse-late", command: .lapse, epoch: 1)
    #expect(throws: Refusal.self) {
      try other.perform(DeskRequest(by: Desk.itself.id, ref: ref, envelope: late))
    }
    #expect(try bench.desk.find(ref).handler == "mei")
  }

  @Test func `who lost conversations is told which, unless they have them again`() throws {
    let first = try bench.open("Where is my parcel?")
    let second = try bench.open("Hello?", customer: Customer(name: "Mr Cho"))
    let third = try bench.open("Anybody?", customer: Customer(name: "Mx Lee"))
    for ref in [first, second, third] { try bench.perform(.claim, on: ref) }
    try bench.perform(.release, on: third)
    try bench.desk.lapse(of: "mei")
    // Somebody else has it by now; it went all the same.
    try bench.perform(.claim, on: second, by: "ann")
    #expect(try bench.desk.wentBack([first, second, third], from: "mei") == ["Ms Reed", "Mr Cho"])
    #expect(try bench.desk.wentBack([first], from: "ann").isEmpty)
    try bench.perform(.claim, on: first)
    #expect(try bench.desk.wentBack([first], from: "mei").isEmpty)
  }

  @Test func `a supervisor's look is recorded once an hour, nobody else's ever`() throws {
    let ref = try bench.open("Where is my parcel?")
    func looks() throws -> [PersonID] {
      try bench.desk.store.events(of: ref, after: 0).compactMap {
        if case .watched(let person) = $0.record.event { person } else { nil }
      }
    }
    try bench.desk.noteLooking(at: ref, by: "sam")
    #expect(try looks().isEmpty)
    try bench.perform(.claim, on: ref)
    for person in ["mei", "ann", "lin", "aud", "sam", "sam"] as [PersonID] {
      try bench.desk.noteLooking(at: ref, by: person)
    }
    #expect(try looks() == ["sam"])
    bench.pass(seconds: Watch.span)
    try bench.desk.noteLooking(at: ref, by: "sam")
    #expect(try looks() == ["sam", "sam"])
    #expect(try bench.desk.find(ref).watches == [Watch(by: "sam", at: bench.now)])
    #expect(try bench.desk.verify().isEmpty)
  }
}
