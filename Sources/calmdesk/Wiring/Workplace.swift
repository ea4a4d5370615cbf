import Desk
import DeskSQLite
import Foundation
import Playbook
import Vocabulary
import Workflow

/// An open desk with the person who uses it.
struct Workplace {
  let desk: Desk
  let store: SQLiteStore
  let path: String
  let person: Person
  let language: LanguageTag
  /// What the people of the desk are called.
  private let people: [PersonID: String]

  /// Opens the desk the options name, and signs the person in.
  ///
  /// - Parameter options: the command line's.
  /// - Throws: `StoreError`, `DeskError`, `PlaybookNotFound` or `CommandFailure`.
  init(_ options: DeskOptions) throws {
    let environment = ProcessInfo.processInfo.environment
    let content = PlaybookPath.current(option: options.playbook)
    let playbook = try Playbook(path: content)
    path = try Workplace.path(options.desk, environment: environment)
    if options.desk == nil { try Workplace.makeFolder(for: path) }
    store = try SQLiteStore.open(path: path, create: true)
    if options.person != nil || options.now != nil, !store.isPersonal {
      let option = options.person != nil ? "--as" : "--now"
      throw CommandFailure(
        "\(option) works only on a desk that is yours alone, and \(path) is shared; leave it out.",
        CommandFailure.notPermitted)
    }
    desk = Desk(
      store: store,
      playbook: store.isPersonal
        ? playbook : try Playbook(path: content, team: Workplace.teamFolder(beside: path)),
      now: Workplace.clock(options.now),
      sampled: { _ in Int.random(in: 0..<20) == 0 })
    let user = NSUserName()
    let fullName = NSFullUserName()
    let signedIn = try desk.signIn(PersonID(user), name: fullName.isEmpty ? user : fullName)
    if let other = options.person {
      person = try Workplace.person(PersonID(other), at: desk)
    } else {
      person = signedIn
    }
    language = options.lang ?? Workplace.language(environment)
    people = Dictionary(try store.people().map { ($0.id, $0.name) }) { first, _ in first }
    try desk.sweep()
  }

  /// A desk that is open already, with somebody signed in.
  ///
  /// - Throws: `StoreError`.
  init(desk: Desk, store: SQLiteStore, path: String, person: Person, language: LanguageTag) throws {
    self.desk = desk
    self.store = store
    self.path = path
    self.person = person
    self.language = language
    people = Dictionary(try store.people().map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// Where the people of a shared desk keep their phrases.
  private static func teamFolder(beside desk: String) -> String {
    URL(fileURLWithPath: desk).deletingLastPathComponent().appendingPathComponent("playbook").path
  }

  /// Makes the folder of one's own desk, for one's own eyes.
  private static func makeFolder(for path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.cannotCreate(
        path: path, why: "its folder \(folder.path) cannot be made")
    }
  }

  /// The person a command is to be done as.
  private static func person(_ id: PersonID, at desk: Desk) throws -> Person {
    guard let person = try desk.store.people().first(where: { $0.id == id && $0.active }) else {
      throw DeskError.unknownPerson(id)
    }
    return person
  }

  /// The path of the desk: as named, or under the person's data folder.
  static func path(_ named: String?, environment: [String: String]) throws -> String {
    if let named {
      guard !named.contains("://") else {
        throw CommandFailure(
          "“\(named)” names a desk on a server; this program keeps desks in files. Give a path.",
          CommandFailure.data)
      }
      return named
    }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/calmdesk/desk.sqlite"
    }
    return NSHomeDirectory() + "/.local/share/calmdesk/desk.sqlite"
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

  /// The language of the screen, from the environment in the usual order.
  static func language(_ environment: [String: String]) -> LanguageTag {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = environment[name], !value.isEmpty {
        return LanguageTag(locale: value) ?? .en
      }
    }
    return .en
  }

  /// Names and sentences in the language of the screen, for cases under one procedure.
  func wording(for procedure: ProcedureID = Desk.defaultProcedure) -> Wording {
    desk.playbook.wording(language, for: procedure, people: people)
  }
}
