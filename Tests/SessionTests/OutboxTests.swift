import Console
import Testing
import Vocabulary
import Workflow

@testable import Session

/// Words on their way to a desk that fails in every way a desk can.
@Suite struct OutboxTests {
  /// A small generator that gives the same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A desk that keeps each command once, whatever it says of it.
  private struct FarDesk {
    var kept: [CommandID] = []
    /// Cases that are somebody else's by now.
    var moved: Set<CaseRef> = []

    enum Answer { case kept, refused, lost, silent }

    mutating func take(_ entry: Outgoing, _ dice: inout Dice, isUp: Bool) -> Answer {
      switch isUp ? 9 : Int.random(in: 0..<6, using: &dice) {
      case 0, 1: return .lost
      case 2: return .silent
      default: break
      }
      let isKnown = kept.contains(entry.id)
      if !isKnown {
        guard !moved.contains(entry.ref) || !entry.addressesCustomer else { return .refused }
        kept.append(entry.id)
      }
      // The acknowledgement may be lost on its way back.
      return !isUp && Int.random(in: 0..<3, using: &dice) == 0 ? .silent : .kept
    }
  }

  /// A person's console with a journal: what was recorded is all that outlives it.
  private struct Console {
    var journal: [JournalRecord] = []
    var box = Outbox()
    var queued: [Outgoing] = []
    /// Words whose author has them in a draft again.
    var takenBack: Set<CommandID> = []

    mutating func record(_ records: [JournalRecord]) {
      journal += records
      for record in records { box.apply(record) }
    }

    mutating func die() {
      box = Outbox()
      for record in journal { box.apply(record) }
    }

    /// One step of sending; may die at any point of it.
    mutating func send(to desk: inout FarDesk, _ dice: inout Dice, isUp: Bool) {
      func dies() -> Bool { !isUp && Int.random(in: 0..<8, using: &dice) == 0 }
      guard let entry = box.next else { return }
      if entry.state == .waiting { record([.trying(entry.id)]) }
      if dies() { return die() }
      let answer = desk.take(entry, &dice, isUp: isUp)
      if dies() { return die() }
      switch answer {
      case .kept: record([.sent(entry.id)])
      case .refused: record(box.failing(entry.id, why: "It moved on.", follows: "So did this."))
      case .lost: if entry.state == .waiting { record([.waits(entry.id)]) }
      case .silent: break
      }
    }
  }

  private static func entry(_ number: Int, _ dice: inout Dice) -> Outgoing {
    let ref = CaseRef("C-\(1001 + Int.random(in: 0..<3, using: &dice))")
    let text = "Words \(number)"
    let command: CaseCommand =
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: .note(text: text)
      case 1: .say(Draft(text: text))
      case 2: .receive(text: text, spoken: true)
      default: .send(Draft(text: text))
      }
    return Outgoing(
      ref: ref, envelope: CommandEnvelope(id: CommandID("w-\(number)"), command: command),
      at: Instant(milliseconds: Int64(number)))
  }

  @Test(arguments: 0..<400)
  func `each of the words arrives once and in order, or is before its author`(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var console = Console()
    var desk = FarDesk()
    for step in 0..<60 {
      switch Int.random(in: 0..<12, using: &dice) {
      case 0...3:
        let entry = Self.entry(step, &dice)
        console.queued.append(entry)
        console.record([.queued(entry)])
      case 4:
        if let entry = console.box.entries.randomElement(using: &dice) {
          console.record(console.box.withdrawing(entry.id))
        }
      case 5:
        if let entry = console.box.entries.filter({ !$0.isToGo }).randomElement(using: &dice) {
          console.takenBack.insert(entry.id)
          console.record([.forgotten(entry.id)])
        }
      case 6:
        desk.moved.insert(CaseRef("C-\(1001 + Int.random(in: 0..<3, using: &dice))"))
      case 7: console.die()
      case 8:
        // A second copy of what is there already.
        if let entry = console.queued.randomElement(using: &dice),
          console.box.entries.contains(where: { $0.id == entry.id })
        {
          console.record([.queued(entry)])
        }
      default: console.send(to: &desk, &dice, isUp: false)
      }
    }
    var rounds = 0
    while console.box.next != nil, rounds < 1_000 {
      console.send(to: &desk, &dice, isUp: true)
      rounds += 1
    }
    #expect(console.box.next == nil)
    #expect(Set(desk.kept).count == desk.kept.count)
    let before = Set(console.box.entries.map(\.id)).union(console.takenBack)
    for entry in console.queued {
      // One place and no other.
      #expect(desk.kept.contains(entry.id) != before.contains(entry.id), "\(entry.id)")
    }
    for ref in Set(console.queued.map(\.ref)) {
      let order = console.queued.filter { $0.ref == ref }.map(\.id)
      let arrived = desk.kept.filter { order.contains($0) }
      #expect(arrived == order.filter { arrived.contains($0) })
    }
    // What the journal was shortened to is the same.
    var short = Outbox()
    for record in console.box.records { short.apply(record) }
    #expect(short == console.box)
  }

  @Test func `words that may have gone cannot be withdrawn, others can`() {
    var dice = Dice(state: 1)
    var box = Outbox()
    let entry = Self.entry(1, &dice)
    box.apply(.queued(entry))
    #expect(box.withdrawing(entry.id) == [.notSent(entry.id, why: nil)])
    box.apply(.trying(entry.id))
    #expect(box.withdrawing(entry.id).isEmpty)
    box.apply(.waits(entry.id))
    #expect(box.withdrawing(entry.id) == [.notSent(entry.id, why: nil)])
  }

  @Test func `what builds on words that were refused does not go, notes do`() {
    var box = Outbox()
    func add(_ number: Int, _ command: CaseCommand, _ ref: CaseRef = "C-1001") {
      let envelope = CommandEnvelope(id: CommandID("w-\(number)"), command: command)
      box.apply(.queued(Outgoing(ref: ref, envelope: envelope, at: Instant(milliseconds: 0))))
    }
    add(1, .send(Draft(text: "One.")))
    add(2, .note(text: "Aside."))
    add(3, .send(Draft(text: "As I said.")))
    add(4, .send(Draft(text: "Elsewhere.")), "C-1002")
    for record in box.failing("w-1", why: "Ann has it.", follows: "It builds on it.") {
      box.apply(record)
    }
    #expect(
      box.entries.map(\.state) == [
        .notSent(why: "Ann has it."), .waiting, .notSent(why: "It builds on it."), .waiting,
      ])
  }

  @Test func `a draft is kept until the desk has that very text`() {
    var box = Outbox()
    box.apply(.draft("C-1001", "Dear"))
    box.apply(.draft("C-1001", "Dear Ms Reed"))
    box.apply(.stored("C-1001", "Dear"))
    #expect(box.drafts == ["C-1001": "Dear Ms Reed"])
    box.apply(.stored("C-1001", "Dear Ms Reed"))
    #expect(box.isEmpty)
  }
}
