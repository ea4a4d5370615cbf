import Desk
import DeskSQLite
import Foundation
import Vocabulary

#if PostgreSQL
  import DeskPostgreSQL
#endif

/// The place a desk is kept in, opened: a file or a server, and who signs in there.
struct OpenedDesk {
  let store: any DeskStore
  /// How the desk is called in sentences; without a password.
  let name: String
  /// Whether it is this user's alone.
  let isPersonal: Bool
  /// The operating-system user, or the database role.
  let person: PersonID
  let personName: String
  /// Where the people of a shared desk keep their phrases; nil where there is no such place.
  let teamFolder: String?

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - named: a path, or the address of a server; nil for the one under the data folder.
  ///   - environment: of the program.
  ///   - permissions: makes the desk on a server, with what each role may do; nil where it must be
  ///     there.
  /// - Throws: `StoreError`, `DeskError` or `CommandFailure`.
  init(
    _ named: String?, environment: [String: String], permissions: [Role: Set<Permission>]?
  ) throws {
    if let named, named.contains("://") {
      self = try OpenedDesk(server: named, permissions: permissions)
      return
    }
    name = named ?? Self.path(environment: environment)
    if named == nil { try Self.makeFolder(for: name) }
    let file = try SQLiteStore.open(path: name, create: true)
    store = file
    isPersonal = file.isPersonal
    let user = NSUserName()
    person = PersonID(user)
    personName = Self.fullName(of: user)
    teamFolder = file.isPersonal ? nil : Self.teamFolder(beside: name)
  }

  private init(server url: String, permissions: [Role: Set<Permission>]?) throws {
    #if PostgreSQL
      if DeskAddress.isOne(url) {
        let server = try PostgreSQLStore.open(url: url, creating: permissions)
        store = server
        name = server.path
        // Who signs in is for the server to say.
        isPersonal = false
        person = server.role
        personName = Self.fullName(of: server.role.rawValue)
        teamFolder = nil
        return
      }
      let kinds = "PostgreSQL servers (postgresql://…) and in files"
      let remedy = "Give an address of that kind, or a path."
    #else
      let kinds = "files"
      let remedy = "Give a path; for PostgreSQL build it with “--traits PostgreSQL”."
    #endif
    throw CommandFailure(
      "“\(Self.withoutPassword(url))” names a desk on a server; this program keeps desks in "
        + "\(kinds). \(remedy)",
      CommandFailure.data)
  }

  /// An address without what stands between the user's name and the host.
  private static func withoutPassword(_ url: String) -> String {
    url.replacing(/:\/\/([^\/:@]*):[^\/@]*@/) { "://\($0.output.1)@" }
  }

  /// The path of one's own desk.
  private static func path(environment: [String: String]) -> String {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/calmdesk/desk.sqlite"
    }
    return NSHomeDirectory() + "/.local/share/calmdesk/desk.sqlite"
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

  private static func teamFolder(beside desk: String) -> String {
    URL(fileURLWithPath: desk).deletingLastPathComponent().appendingPathComponent("playbook").path
  }

  /// What the system calls a user of this name, where it is the one at work here.
  private static func fullName(of user: String) -> String {
    let name = NSFullUserName()
    return user != NSUserName() || name.isEmpty ? user : name
  }
}
