import Console
import ConsoleTesting
import Desk
import Screen
import Vocabulary
import Workflow

/// A shift worked by robots: several people at one desk who press anything, customers who write
/// anything, a desk that is slow or fails, and consoles that end in the middle of a word.
///
/// The same seed gives the same shift.
final class RobotShift {
  let bench: Workbench
  private(set) var drivers: [Driver] = []
  private var hand: RobotHand
  private var refs: [CaseRef] = []
  /// What went wrong; the shift ends with the first of it.
  private(set) var faults: [String] = []
  /// Keys and the like that were told to consoles.
  private(set) var steps = 0
  /// Stepped time so far, in seconds.
  private(set) var seconds: Int64 = 0
  /// The largest collections of any console.
  private(set) var holdings: [String: Int] = [:]
  /// Commands that were asked for, by their names.
  private(set) var asked: [String: Int] = [:]
  private let languages: [LanguageTag] = [.en, .zhHans, .zhHant]
  private let people: [PersonID] = ["mei", "ann", "lin", "sam"]

  init(seed: UInt64) throws {
    hand = RobotHand(seed: seed)
    bench = try Workbench.shipped()
    for _ in 0..<8 { try open() }
    for person in people { drivers.append(try sit(person, drafts: [:])) }
  }

  private func open() throws {
    let channel = hand.pick([Channel.chat, .chat, .mail, .phone, .public]) ?? .chat
    let words = (0..<hand.number(1..<4)).map { _ in hand.customerWords() }
    refs.append(try bench.open(words, by: hand.name(), channel: channel))
  }

  private func sit(_ person: PersonID, drafts: [CaseRef: String]) throws -> Driver {
    let driver = try Driver(
      bench, as: person, language: hand.pick(languages) ?? .en, size: hand.newSize(),
      plain: hand.chance(20), linear: hand.chance(20))
    driver.tellsTime = true
    driver.restore(drafts)
    return driver
  }

  /// Plays until so much time has passed, or something went wrong.
  func play(seconds most: Int64) throws {
    while seconds < most, faults.isEmpty { try step() }
    for driver in drivers {
      driver.deskFails = nil
      driver.isDeskSlow = false
      driver.answer()
    }
    let found = try bench.desk.verification()
    faults += found.faults + found.notes
    drivers.forEach(count)
  }

  private func count(_ driver: Driver) {
    for envelope in driver.commands {
      let name = Mirror(reflecting: envelope.command).children.first?.label
      asked[name ?? "\(envelope.command)", default: 0] += 1
    }
  }

  private func step() throws {
    guard let place = drivers.indices.randomElement(using: &hand.random) else { return }
    // Keys come in runs, as they do from people.
    var messages: [Console.Message] = hand.chance(50) ? hand.gesture().map { .key($0) } : []
    for _ in 0..<(messages.isEmpty ? hand.number(1..<9) : hand.number(0..<2)) {
      messages.append(hand.message(at: drivers[place].model.size))
    }
    for message in messages where faults.isEmpty {
      let driver = drivers[place]
      told(driver, "\(message)", byHand: true) { driver.tell(message) }
      if driver.hasQuit || hand.number(0..<1_000) == 0 { try sitAgain(place) }
    }
    try live(drivers[place])
    if steps % 97 < 5 {
      for (path, count) in Holdings.of(drivers[place].model) {
        holdings[path] = max(holdings[path] ?? 0, count)
      }
    }
  }

  /// The console ends, as it should or in the middle of a word, and is opened again: every unsent
  /// word is there.
  private func sitAgain(_ place: Int) throws {
    let old = drivers[place]
    count(old)
    var kept = old.kept
    for (ref, text) in old.model.unkeptDrafts { kept[ref] = text.isEmpty ? nil : text }
    let new = try sit(old.person, drafts: kept)
    for ref in old.model.drafts.unsent {
      for mode in ComposerMode.allCases {
        let before = old.model.drafts[ref, mode].editor.text
        let after = new.model.drafts[ref, mode].editor.text
        if before != after, before.contains(where: { !$0.isWhitespace }) {
          faults.append("\(ref) \(mode): “\(before.prefix(60))” came back as “\(after.prefix(60))”")
        }
      }
    }
    drivers[place] = new
  }

  /// What happens besides keys.
  private func live(_ driver: Driver) throws {
    let pause = Int64(hand.number(0..<3)) * (hand.number(0..<500) == 0 ? 600 : 1)
    seconds += pause
    told(driver, "a tick", byHand: false) { driver.pass(seconds: pause) }
    switch hand.number(0..<24) {
    case 0...3:
      if let ref = hand.pick(refs) { try? bench.hear(hand.customerWords(), on: ref) }
    case 4: if refs.count < 400 { try open() }
    case 5: driver.isDeskSlow.toggle()
    case 6: driver.deskFails = driver.deskFails == nil ? "The disk is full." : nil
    case 7:
      driver.deskFails = nil
      driver.isDeskSlow = false
    case 8: told(driver, "stale", byHand: false) { driver.cutLine() }
    case 9: told(driver, "back", byHand: false) { driver.mendLine() }
    case 10: _ = try? bench.desk.sweep()
    case 11:
      if let ref = hand.pick(refs), let other = hand.pick(people) {
        let command: CaseCommand = hand.chance(50) ? .claim : .takeOver(reason: "it burns")
        try? bench.perform(command, on: ref, by: other)
      }
    default: break
    }
    if !driver.waiting.isEmpty, hand.chance(60) {
      let count = hand.number(1..<5)
      told(driver, "an answer", byHand: false) { driver.answerNext(count) }
    }
    if hand.chance(40) { told(driver, "changes", byHand: false) { driver.follow() } }
  }

  private func told(_ driver: Driver, _ what: String, byHand: Bool, _ body: () -> Void) {
    let watch = DraftWatch(driver)
    let before = driver.model
    body()
    steps += 1
    var found =
      watch.faults(driver, byHand: byHand) + ScreenInspector(model: driver.model).faults
    if driver.model.changes == before.changes, driver.model.view() != before.view() {
      found.append("another screen, and nobody was told to draw it")
    }
    guard !found.isEmpty else { return }
    let place = "step \(steps), \(driver.person), \(driver.model.size), after \(what.prefix(200))"
    faults += found.map { "\(place): \($0)" }
  }
}
