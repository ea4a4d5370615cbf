import Console
import Desk
import DeskSQLite
import Foundation
import Playbook
import Practice
import Screen
import Synchronization
import Vocabulary
import Workflow

/// A desk for practice, in a folder of its own that goes when the shift is over.
struct PracticeStage {
  let place: Workplace
  let floor: PracticeFloor
  let plan: ShiftPlan
  let isPlayed: Bool
  let speed: Double
  /// The clock of a shift without a screen; nil where the wall clock rules.
  let clock: SteppedClock?
  private let folder: URL

  /// Sets the desk up: somebody in charge, in whose name customers come in, and the person who
  /// practises, with an agent's limits.
  ///
  /// - Throws: `PlaybookNotFound`, `StoreError`, `DeskError` or `CommandFailure`.
  init(
    lang: LanguageTag?, playbook folder: String?, seed: UInt64?, isPlayed: Bool, speed: Double,
    isStepped: Bool
  ) throws {
    let language = lang ?? Workplace.language(ProcessInfo.processInfo.environment)
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("calmdesk-practice-\(UUID().uuidString)")
    // What people keep while they practise goes with the shift, and what they kept before would
    // make it another one.
    let playbook = Playbook(
      layers: try PlaybookPath.current(option: folder).layers(),
      mine: PlaybookLayer(root: temporary.path + "/playbook", isBase: false))
    let texts = playbook.locale(language)
    guard
      let plan = ShiftPlan(
        newcomer: playbook, language: language, seed: seed ?? UInt64.random(in: 1...9_999))
    else { throw CommandFailure(texts["practice.nobody"], CommandFailure.noInput) }
    do {
      try FileManager.default.createDirectory(
        at: temporary, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.cannotCreate(
        path: temporary.path, why: "the temporary folder cannot be made")
    }
    do {
      let clock = isStepped ? SteppedClock(Instant(Date())) : nil
      let path = temporary.appendingPathComponent("desk.sqlite").path
      let store = try SQLiteStore.open(path: path, create: true)
      let desk = Desk(
        store: store, playbook: playbook, now: { clock?.now ?? Instant(Date()) },
        sampled: { _ in false })
      let lead = try desk.signIn("practice", name: texts["practice.lead"])
      let user = NSUserName()
      // Customers read the name in greetings; the name of an account is none.
      let fullName = NSFullUserName()
      let hasName = !fullName.isEmpty && fullName != user
      let person = Person(
        id: PersonID(user == "practice" ? "me" : user),
        name: isPlayed || !hasName ? texts["practice.agent"] : fullName, role: .agent)
      try desk.put(person, by: lead)
      place = try Workplace(desk: desk, path: path, person: person, language: language)
      floor = PracticeFloor(
        desk: desk, plan: plan, channel: lead.id, speed: isStepped ? 1 : speed)
      self.clock = clock
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
    }
    self.plan = plan
    self.isPlayed = isPlayed
    self.speed = speed
    self.folder = temporary
  }

  /// Throws the desk away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  var texts: Texts { place.desk.playbook.locale(place.language) }

  /// Who plays, where one is played.
  var agent: GoodAgent { GoodAgent(scenarios: plan.scenarios, language: plan.language) }
}

/// A clock that is moved by hand.
final class SteppedClock: Sendable {
  private let state: Mutex<Instant>

  init(_ start: Instant) { state = Mutex(start) }

  var now: Instant { state.withLock(\.self) }

  func move(seconds: Double) {
    state.withLock {
      $0 = Instant(milliseconds: $0.milliseconds + Int64((seconds * 1000).rounded(.up)))
    }
  }
}
