#if PostgreSQL
  import Foundation
  import Synchronization
  import Vocabulary

  @testable import DeskPostgreSQL

  /// A real server in a temporary folder, for this run of the tests alone: no network, syncs on.
  ///
  /// A shell holds it. It reads from a pipe that ends with this process, however that ends, and
  /// then stops the server and removes the folder.
  final class TestServer: Sendable {
    /// Started when first asked for; what went wrong then fails every test.
    private static let started = Result { try TestServer() }

    static var shared: TestServer { get throws { try started.get() } }

    /// The person who makes every desk, and colleagues; as database roles.
    static let roles = ["sam", "mei", "ann", "lin", "aud", "ana", "bo"]

    let folder: String
    /// Ends with this object, or with this process.
    private let pipe = Pipe()
    private let databases = Mutex(0)

    /// Why there is no server.
    struct NoServer: Error, CustomStringConvertible {
      let description: String
    }

    /// Starts a server; it stops when this goes.
    init() throws {
      folder = NSTemporaryDirectory() + "calmdesk-pg-\(UUID().uuidString.prefix(8))"
      guard let programs = Self.programs() else {
        throw NoServer(
          description: "There is no PostgreSQL server here; install Debian's “postgresql”.")
      }
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = [
        "-c", Self.script, "sh", folder, programs, Self.roles.joined(separator: " "),
      ]
      shell.standardInput = pipe
      shell.standardOutput = FileHandle.nullDevice
      shell.standardError = FileHandle.nullDevice
      try shell.run()
      try awaitStart(shell)
      let line = try admin()
      for role in Self.roles { try line.run("CREATE ROLE \(role) LOGIN") }
    }

    /// Where Debian keeps the server's programs; the newest version.
    private static func programs() -> String? {
      let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql"))
      return (versions ?? []).compactMap(Int.init).sorted(by: >)
        .map { "/usr/lib/postgresql/\($0)/bin" }
        .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
    }

    /// The server refuses to run as root.
    private static let script = """
      folder=$1 programs=$2
      mkdir -m 755 "$folder" || exit
      if [ "$(id -u)" -eq 0 ]; then
        user=postgres
        id "$user" >/dev/null 2>&1 || user=nobody
        chown "$user" "$folder"
        as="setpriv --reuid $user --regid $(id -g $user) --clear-groups"
      else
        as=
      fi
      cd "$folder"
      $as "$programs/initdb" -D "$folder/data" -U admin -A trust -E UTF8 --locale=C --no-sync \
        >"$folder/log" 2>&1 || { cat >/dev/null; rm -rf "$folder"; exit; }
      # Nothing but the tests may hold a transaction open, since readers stay behind the oldest.
      # A test may kill the server; then it starts again.
      while [ ! -e "$folder/over" ]; do
        [ ! -e "$folder/stopped" ] || { sleep 0.05; continue; }
        $as "$programs/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= \
          -c autovacuum=off -c max_connections=60 -c deadlock_timeout=100 \
          -c recovery_init_sync_method=syncfs </dev/null >>"$folder/log" 2>&1
      done &
      cat >/dev/null
      touch "$folder/over"
      kill -QUIT "$(head -n 1 "$folder/data/postmaster.pid")"
      wait
      rm -rf "$folder"
      """

    private func awaitStart(_ shell: Process) throws {
      let deadline = ContinuousClock.now + .seconds(60)
      while .now < deadline, shell.isRunning {
        if (try? admin()) != nil { return }
        usleep(50_000)
      }
      let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "no log"
      throw NoServer(description: "The PostgreSQL server did not start: \(log.suffix(2000))")
    }

    /// A line as the administrator of the server.
    func admin(_ database: String = "postgres") throws -> Line {
      try Line(to: DeskAddress(url(database, "admin")), patience: .seconds(60))
    }

    /// The address of a database.
    func url(_ database: String, _ role: String) -> String {
      "postgresql://\(role)@/\(database)?host=\(folder)"
    }

    /// The server's processes: the one that started first, and its children.
    func processes() throws -> [pid_t] {
      let file = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
      guard let first = file.split(separator: "\n").first.flatMap({ pid_t($0) }) else { return [] }
      let children =
        (try? String(contentsOfFile: "/proc/\(first)/task/\(first)/children", encoding: .utf8))
        ?? ""
      return [first] + children.split(separator: " ").compactMap { pid_t($0) }
    }

    /// Ends the server as a crash would, and waits until it has started again by itself.
    func crash() throws {
      try end()
      try start()
    }

    /// Ends the server as a crash would; it stays away until it is started.
    func stop() throws {
      guard FileManager.default.createFile(atPath: folder + "/stopped", contents: nil) else {
        throw NoServer(description: "The server cannot be stopped.")
      }
      try end()
    }

    /// Starts the server again, and waits until it answers.
    func start() throws {
      try? FileManager.default.removeItem(atPath: folder + "/stopped")
      let deadline = ContinuousClock.now + .seconds(60)
      while .now < deadline, (try? admin()) == nil { usleep(20_000) }
    }

    private func end() throws {
      let file = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
      guard let id = file.split(separator: "\n").first.flatMap({ pid_t($0) }) else { return }
      kill(id, SIGQUIT)
      let deadline = ContinuousClock.now + .seconds(60)
      while kill(id, 0) == 0, .now < deadline { usleep(10_000) }
    }

    /// Makes a database that is sam's.
    func database() throws -> String {
      let number = databases.withLock { count in
        count += 1
        return count
      }
      try admin().run("CREATE DATABASE desk\(number) OWNER sam")
      return "desk\(number)"
    }
  }

  /// A desk in a database of its own, made by sam.
  struct TestDesk {
    let server: TestServer
    let database: String
    let store: PostgreSQLStore

    init(
      permissions: [Role: Set<Permission>] = TestDesk.permissions, on server: TestServer? = nil
    ) throws {
      self.server = try server ?? TestServer.shared
      database = try self.server.database()
      store = try PostgreSQLStore.open(
        url: self.server.url(database, "sam"), creating: permissions, patience: .seconds(60))
    }

    static let permissions: [Role: Set<Permission>] = [
      .agent: [.work, .intake], .senior: [.work, .intake, .takeOver],
      .supervisor: Set(Permission.allCases), .auditor: [],
    ]

    /// The address for a role.
    func url(_ role: String) -> String { server.url(database, role) }

    /// The desk as another role sees it.
    func store(as role: String, patience: Duration = .seconds(60)) throws -> PostgreSQLStore {
      try PostgreSQLStore.open(url: url(role), patience: patience)
    }

    /// A bare line for a role.
    func line(as role: String) throws -> Line {
      try Line(to: DeskAddress(url(role)), patience: .seconds(60))
    }
  }
#endif
