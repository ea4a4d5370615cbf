import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// An open desk with the person who uses it.
struct Workplace {
  let desk: Desk
  /// How the desk is called in sentences.
  let path: String
  /// Whether the desk is this user's alone: only then may one act as somebody else.
  let isPersonal: Bool
  let person: Person
  let language: LanguageTag
  /// What the people of the desk are called.
  private let people: [PersonID: String]

  /// Opens the desk the options name, and signs the person in.
  ///
  /// - Parameters:
  ///   - options: the command line's.
  ///   - isInit: whether a desk on a server may be made; one in a file always is.
  /// - Throws: `StoreError`, `DeskError`, `PlaybookNotFound` or `CommandFailure`.
  init(_ options: DeskOptions, isInit: Bool = false) throws {
    let environment = ProcessInfo.processInfo.environment
    let content = PlaybookPath.current(option: options.playbook)
    let playbook = try Playbook(path: content)
    let opened = try OpenedDesk(
      options.desk, environment: environment,
      permissions: isInit ? playbook.authority?.permissions ?? [:] : nil)
    path = opened.name
    isPersonal = opened.isPersonal
    if options.person != nil || options.now != nil, !isPersonal {
      let option = options.person != nil ? "--as" : "--now"
      throw CommandFailure(
        "\(option) works only on a desk that is yours alone, and \(path) is shared; leave it out.",
        CommandFailure.notPermitted)
    }
    desk = Desk(
      store: opened.store,
      playbook: try opened.teamFolder.map { try Playbook(path: content, team: $0) } ?? playbook,
      now: Workplace.clock(options.now), ownTime: Workplace.ownTime,
      sampled: { _ in Int.random(in: 0..<20) == 0 })
    let signedIn = try desk.signIn(opened.person, name: opened.personName)
    if let other = options.person {
      person = try Workplace.person(PersonID(other), at: desk)
    } else {
      person = signedIn
    }
    language = options.lang ?? Workplace.language(environment)
    people = Dictionary(try desk.store.people().map { ($0.id, $0.name) }) { first, _ in first }
    try desk.sweep()
  }

  /// A desk that is open already and this user's alone, with somebody signed in.
  ///
  /// - Throws: `StoreError`.
  init(desk: Desk, path: String, person: Person, language: LanguageTag) throws {
    self.desk = desk
    self.path = path
    isPersonal = true
    self.person = person
    self.language = language
    people = Dictionary(try desk.store.people().map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// The person a command is to be done as.
  private static func person(_ id: PersonID, at desk: Desk) throws -> Person {
    guard let person = try desk.store.person(id), person.active else {
      throw DeskError.unknownPerson(id)
    }
    return person
  }

  /// The time: the wall clock's, or one that starts at `start` and runs on.
  static func clock(_ start: Instant?) -> @Sendable () -> Instant {
    guard let start else { return { Instant(Date()) } }
    let begun = ContinuousClock.now
    return {
      let run = ContinuousClock.now - begun
      return start.adding(seconds: run.components.seconds)
    }
  }

  /// This program's own time, which never jumps, and runs on while the machine sleeps.
  private static var ownTime: @Sendable () -> Duration {
    let begun = ContinuousClock.now
    return { ContinuousClock.now - begun }
  }

  /// The language of the screen, from the environment in the usual order.
  static func language(_ environment: [String: String]) -> LanguageTag {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty {
        return LanguageTag(locale: value) ?? .en
      }
    }
    return .en
  }

  /// What stands between a name and its value.
  var colon: String { language == .en ? ": " : "：" }

  /// Names and sentences in the language of the screen, for cases under one procedure.
  func wording(for procedure: ProcedureID = Desk.defaultProcedure) -> Wording {
    desk.playbook.wording(language, for: procedure, people: people)
  }
}
