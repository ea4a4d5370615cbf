import ArgumentParser
import Desk
import DeskSQLite
import Foundation
import Vocabulary
import Workflow

/// A large floor at work for an hour by a clock that is moved by hand: whether every case is
/// accounted for in the end.
struct FloorBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "floor",
    abstract: "Many simulated agents over an hour of stepped time: every case accounted for.")

  @Option(help: "Agents, one in twenty a senior and one in fifty a supervisor.")
  var agents = 1_000

  @Option(help: "Minutes of the shift.")
  var minutes = 60

  @Option(help: "What chance is drawn from; the same seed gives the same shift.")
  var seed: UInt64 = 7

  /// Seconds between two looks at the floor.
  private static let step: Int64 = 15

  func run() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let clock = SteppedClock(Instant(Date()).adding(seconds: -Int64(minutes) * 60))
    let desk = try BenchDesk(path: scratch.path + "/desk.sqlite", now: { clock.now })
    var floor = try SimulatedFloor(desk: desk, agents: agents, seed: seed)
    var time = Measure()
    try time.time {
      for _ in 0..<(Int64(minutes) * 60 / Self.step) {
        clock.move(Self.step)
        try floor.live()
      }
    }
    let missing = try floor.unaccounted()
    var check = Measure()
    var found = Verification()
    try check.time { found = try desk.desk.verification() }
    print(
      """
      \(agents) agents over \(minutes) minutes of stepped time: \(floor.opened) cases, \
      \(floor.carriedOut) commands carried out, \(floor.refused) refused, in \
      \(shown(time.percentile(0))) s
        unaccounted for \(missing.count)   faults \(found.faults.count)   notes \
      \(found.notes.count)   every event decided again in \(shown(check.percentile(0))) s
      """)
    for sentence in (missing + found.faults + found.notes).prefix(10) { print("  " + sentence) }
  }
}

/// Agents, supervisors and customers, with a book of their own of what the desk acknowledged.
struct SimulatedFloor {
  private let desk: BenchDesk
  private var chance: Chance
  private let founder: Person
  private var people: [Person] = []
  /// How many events were acknowledged, and who has the case after the last of them.
  private var book: [CaseRef: (events: Int, handler: PersonID?)] = [:]
  private var refs: [CaseRef] = []
  private var hands: [PersonID: [CaseRef]] = [:]
  private var number = 0
  private(set) var carriedOut = 0
  private(set) var refused = 0

  var opened: Int { refs.count }

  init(desk: BenchDesk, agents: Int, seed: UInt64) throws {
    self.desk = desk
    chance = Chance(seed: seed)
    founder = try desk.desk.signIn(desk.person, name: "sam")
    for index in 1...agents {
      let role: Role = index % 50 == 0 ? .supervisor : index % 20 == 0 ? .senior : .agent
      let person = Person(id: PersonID("p-\(index)"), name: "Person \(index)", role: role)
      people.append(person)
    }
    try desk.store.write { [people] transaction in
      for person in people { try transaction.put(person) }
    }
    for _ in 0..<agents { try open() }
  }

  /// Lets everybody do what they do in a quarter of a minute.
  mutating func live() throws {
    for _ in 0..<12 { try open() }
    for _ in 0..<max(1, people.count / 16) { try work() }
    for _ in 0..<max(1, people.count / 60) { try customerWrites() }
    for ref in try desk.desk.sweep() { try note(ref) }
    if chance.of(10) { try lose() }
    if chance.of(4) { try leave() }
  }

  private mutating func open() throws {
    number += 1
    let ref = try desk.open(number, text: chance.pick(Self.complaints))
    refs.append(ref)
    try note(ref)
  }

  /// Somebody does the next thing.
  private mutating func work() throws {
    let person = chance.pick(people)
    guard person.active else { return }
    let mine = hands[person.id] ?? []
    if person.role == .supervisor, chance.of(50) { return try supervise(person) }
    guard let ref = mine.isEmpty || chance.of(25) ? nil : chance.pick(mine) else {
      number += 1
      do {
        let taken = try desk.desk.takeNext(
          for: person.id, command: CommandID("take-\(number)"), present: [])
        if let taken { keep(taken) }
      } catch is Refusal { refused += 1 }
      return
    }
    try perform(next(), on: ref, by: person.id)
  }

  private mutating func next() -> CaseCommand {
    let later = desk.desk.now().adding(seconds: Int64(chance.below(1_800) + 60))
    switch chance.below(20) {
    case 0...7: return .send(Draft(text: chance.pick(Self.answers)))
    case 8: return .set(.problem, value: "the parcel has not come", reason: nil)
    case 9: return .advance(to: nil)
    case 10: return .promise(what: "a call", due: later)
    case 11: return .snooze(until: later)
    case 12: return .transfer(to: chance.pick(people).id)
    case 13: return .release
    case 14: return .raiseHand(words: "What now?")
    case 15: return .escalate(to: "", due: later)
    case 16: return .requestApproval(.close(.declined), why: "beyond what we do")
    case 17: return .followUpDone(outcome: chance.pick([.fixed, .notFixed, .unreachable]))
    case 18: return .arrangeFollowUp(due: later, channel: nil)
    default: return .close(chance.pick([.answered, .withdrawn, .misdirected]), words: "")
    }
  }

  private mutating func supervise(_ person: Person) throws {
    let ref = chance.pick(refs)
    let commands: [CaseCommand] = [
      .approve(request: nil, reason: "as we do it"), .deny(request: nil, reason: "too much"),
      .whisper(text: "Ask for the number."), .takeOver(reason: "it has waited too long"),
      .vip(on: chance.of(50)), .lowerHand, .accept, .claim,
    ]
    try perform(chance.pick(commands), on: ref, by: person.id)
  }

  private mutating func customerWrites() throws {
    try perform(
      .receive(text: chance.pick(Self.words), spoken: false), on: chance.pick(refs),
      by: desk.person)
  }

  /// All consoles of somebody go silent, and the desk takes back what they hold.
  private mutating func lose() throws {
    for ref in try desk.desk.lapse(of: chance.pick(people).id) { try note(ref) }
  }

  /// Somebody's access ends while they hold cases.
  private mutating func leave() throws {
    let index = chance.below(people.count)
    guard people[index].active, people[index].role == .agent else { return }
    people[index].active = false
    for ref in try desk.desk.put(people[index], by: founder).went { try note(ref, events: 2) }
  }

  private mutating func perform(
    _ command: CaseCommand, on ref: CaseRef, by person: PersonID
  ) throws {
    number += 1
    do {
      keep(
        try desk.desk.perform(
          DeskRequest(
            by: person, ref: ref,
            envelope: CommandEnvelope(id: CommandID("do-\(number)"), command: command))))
    } catch is Refusal {
      refused += 1
    } catch DeskError.stranger, DeskError.notAllowed {
      refused += 1
    }
  }

  // MARK: The book

  private mutating func keep(_ performed: Performed) {
    carriedOut += 1
    enter(performed.ref, events: performed.events.count, handler: performed.result.handler)
  }

  /// What the desk did by itself, or the opening of a case: the book has the rest.
  private mutating func note(_ ref: CaseRef, events: Int = 1) throws {
    carriedOut += 1
    let current = try desk.desk.find(ref)
    enter(ref, events: book[ref] == nil ? current.version : events, handler: current.handler)
  }

  private mutating func enter(_ ref: CaseRef, events: Int, handler: PersonID?) {
    let before = book[ref]
    book[ref] = ((before?.events ?? 0) + events, handler)
    guard before?.handler != handler else { return }
    if let old = before?.handler { hands[old]?.removeAll { $0 == ref } }
    if let handler { hands[handler, default: []].append(ref) }
  }

  /// What book and desk say differently, a sentence each.
  func unaccounted() throws -> [String] {
    var missing: [String] = []
    let active = Set(people.filter(\.active).map(\.id)).union([desk.person])
    for ref in refs {
      guard let row = try desk.store.row(of: ref), let (events, handler) = book[ref] else {
        missing.append("\(ref) is gone.")
        continue
      }
      if row.version != events {
        missing.append("\(ref): \(events) events were acknowledged, \(row.version) are there.")
      }
      if row.handler != handler {
        missing.append("\(ref) is with \(row.handler ?? "nobody"), not \(handler ?? "nobody").")
      }
      if let holder = row.handler, row.state != .closed, !active.contains(holder) {
        missing.append("\(ref) is with \(holder), who has left.")
      }
    }
    let counted = try desk.store.counts().values.reduce(0, +)
    if counted != refs.count {
      missing.append("\(refs.count) cases were opened, \(counted) count.")
    }
    return missing
  }

  private static let complaints = [
    "My parcel has not come and nobody answers.", "You charged me twice. I want my money back!",
    "Order QW-48213 came broken. This is ridiculous.", "Is the shop open on Sunday?",
  ]
  private static let answers = [
    "I am sorry about the wait; I can see how annoying that is.",
    "It left our depot this morning and is on the van.",
    "Which order is it about, and what would put it right for you?",
    "Thank you for telling me. I have noted that your parcel has not come: is that right?",
  ]
  private static let words = [
    "Yes, that is right.", "Thanks.", "No! That is not what I said.", "Are you still there?",
    "That will do, thank you.", "I will go to the press about this!",
  ]
}

/// Chance that can be repeated.
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
  mutating func of(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }
}
