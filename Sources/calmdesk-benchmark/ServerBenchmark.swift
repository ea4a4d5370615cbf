#if PostgreSQL
  import ArgumentParser
  import Desk
  import DeskPostgreSQL
  import Foundation
  import Playbook
  import Vocabulary
  import Workflow

  /// Durable commands a second on a PostgreSQL server, from one program and from many, beside
  /// `pgbench` sending the same statements.
  struct ServerBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "server",
      abstract:
        "Commands a second on a PostgreSQL server, beside pgbench with the same statements.",
      discussion: """
        The database must be one to try things on; a desk is made in it.

          calmdesk-benchmark server --desk postgresql://sam@/trial
        """)

    @Option(help: "The address of the database.")
    var desk: String

    @Option(help: "Programs at work at the same time, beside one alone.")
    var clients = 16

    @Option(help: "Rounds, each of every kind in turn.")
    var rounds = 5

    @Option(help: "Seconds of each kind in a round.")
    var seconds = 3

    func run() throws {
      let bench = try ServerDesk(desk, making: true)
      let ours = try (0..<clients).map { _ in try bench.openHeld() }
      let theirs = try (0..<clients).map { _ in try bench.openHeld() }
      let scratch = try Scratch()
      defer { scratch.remove() }
      let script = scratch.path + "/command.sql"
      try PgbenchScript(ref: theirs[0], at: bench).text
        .write(toFile: script, atomically: true, encoding: .utf8)
      var rates: [String: Measure] = [:]
      var worst = Measure()
      for round in 0...rounds {
        for count in [1, clients] {
          let own = try ClientProgram.race(Array(ours.prefix(count)), desk, seconds)
          let other = try pgbench(script, count)
          // The first round warms everything up.
          guard round > 0 else { continue }
          rates["ours \(count)", default: Measure()].add(own.rate)
          rates["pgbench \(count)", default: Measure()].add(other)
          if count == clients { worst.add(own.worst) }
        }
      }
      func rate(_ name: String) -> Double { rates[name]?.median ?? 0 }
      for count in [1, clients] {
        print(
          """
          server, \(count) at once: commands a second \(shown(rate("ours \(count)")))   \
          pgbench \(shown(rate("pgbench \(count)")))   \
          \(shown(rate("ours \(count)") / rate("pgbench \(count)") * 100)) %
          """)
      }
      print(
        """
        \(clients) at once beside one: \(shown(rate("ours \(clients)") / rate("ours 1"))) times as many   \
        slowest command \(shown(worst.percentile(1) * 1000)) ms   \
        (median of \(rounds) rounds of \(seconds) s, in turn)
        """)
    }

    /// Sends the statements of one command again and again.
    ///
    /// - Returns: commands a second.
    private func pgbench(_ script: String, _ count: Int) throws -> Double {
      let program = Process()
      program.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      program.arguments = [
        "pgbench", "-n", "-M", "prepared", "-f", script, "-c", "\(count)", "-j", "\(min(count, 2))",
        "-T", "\(seconds)", desk,
      ]
      program.environment = ProcessInfo.processInfo.environment.merging([
        "PGOPTIONS": "-c plan_cache_mode=force_generic_plan -c jit=off"
      ]) { $1 }
      let output = Pipe()
      program.standardOutput = output
      program.standardError = FileHandle.nullDevice
      try program.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      program.waitUntilExit()
      guard let match = text.firstMatch(of: /tps = ([0-9.]+)/), let rate = Double(match.1) else {
        throw ValidationError("pgbench said no rate: \(text)")
      }
      return rate
    }
  }

  /// A desk on a server, with one person who does everything.
  struct ServerDesk {
    let desk: Desk
    let person: PersonID

    init(_ url: String, making: Bool) throws {
      let playbook = try Playbook(path: .current(option: nil))
      let store = try PostgreSQLStore.open(
        url: url, creating: making ? playbook.authority?.permissions : nil)
      person = store.role
      desk = Desk(
        store: store, playbook: playbook, now: { Instant(Date()) }, sampled: { _ in false })
      try desk.signInAsFloor(person, changing: making)
    }

    /// Opens a case and claims it.
    func openHeld() throws -> CaseRef {
      let ref = try desk.open(
        IntakeLine(
          external: nil, language: .en, customer: Customer(name: "Customer"),
          turns: [.init(from: .customer, text: "The parcel has not come.", at: nil)]), by: person,
        command: CommandID(UUID().uuidString)
      ).ref
      try perform(.claim, on: ref, id: UUID().uuidString)
      return ref
    }

    func perform(_ command: CaseCommand, on ref: CaseRef, id: String) throws {
      _ = try desk.perform(
        DeskRequest(
          by: person, ref: ref, envelope: CommandEnvelope(id: CommandID(id), command: command)))
    }
  }

  /// What one command sends to the server, for pgbench: the case of client 0 and those after it.
  private struct PgbenchScript {
    let text: String

    init(ref: CaseRef, at bench: ServerDesk) throws {
      guard let number = Int(ref.rawValue.dropFirst(2)) else {
        throw ValidationError("\(ref) is no case number.")
      }
      let value = "shelf 12 row 1234 of the warehouse"
      let event = try EventCoding.text(of: .fieldSet(.place, value: value, reason: nil))
      let at = Instant(Date()).milliseconds
      text = """
        SELECT id, name, role, active, team, department, aptitude FROM calmdesk.people
          WHERE id = '\(bench.person)';
        BEGIN;
        SELECT version, epoch, turn FROM calmdesk.hold('C-' || (\(number) + :client_id)) \\gset
        SELECT sequence, version, at, actor, command, event, ref
          FROM calmdesk.caused_by('pgbench-' || :client_id || '-' || :version);
        SELECT calmdesk.append('C-' || (\(number) + :client_id), :version, :epoch, :version + 1,
          'open', 1, \(at), '\(bench.person)', NULL, '\(bench.person)', 'Customer', 'chat', 'en',
          'six_steps', 'vent', 'calm', NULL, \(at), 1, 'respond', \(at), NULL,
          'The parcel has not come.', false, NULL, NULL, 1, '{}', NULL, NULL,
          false, NULL, \(at), '[]', NULL, NULL, ARRAY[\(at)], ARRAY['\(bench.person)'],
          ARRAY['pgbench-' || :client_id || '-' || :version], ARRAY['\(event)'], NULL, '{}', '{}',
          '{}');
        COMMIT;

        """
    }
  }

  /// One of the programs that race: waits for the word, gives commands until the time is up, and
  /// says how many.
  struct ClientProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "server-client", abstract: "One of the programs of “server”.",
      shouldDisplay: false)

    @Option var desk: String
    @Option var ref: String
    @Option var seconds: Int

    func run() throws {
      let bench = try ServerDesk(desk, making: false)
      let ref = CaseRef(self.ref)
      let name = UUID().uuidString
      var number = 0
      func next() throws {
        number += 1
        try bench.perform(
          .set(.place, value: "shelf 12 row \(number) of the warehouse", reason: nil), on: ref,
          id: "\(name)-\(number)")
      }
      for _ in 0..<20 { try next() }
      print("ready")
      fflush(nil)
      _ = readLine()
      number = 20
      var worst = Measure()
      let end = ContinuousClock.now + .seconds(seconds)
      while .now < end { try worst.time { try next() } }
      print(number - 20, worst.percentile(1))
    }

    /// Lets programs race, one a case.
    ///
    /// - Returns: commands a second of all together, and the slowest command in seconds.
    static func race(_ refs: [CaseRef], _ desk: String, _ seconds: Int) throws
      -> (rate: Double, worst: Double)
    {
      let runners = try refs.map { ref in
        let runner = Process()
        let words = Pipe()
        let answers = Pipe()
        runner.executableURL = Bundle.main.executableURL
        runner.arguments = [
          "server-client", "--desk", desk, "--ref", ref.rawValue, "--seconds", "\(seconds)",
        ]
        runner.standardInput = words
        runner.standardOutput = answers
        try runner.run()
        return (runner, words.fileHandleForWriting, answers.fileHandleForReading)
      }
      for (_, _, answers) in runners { _ = answers.availableData }
      for (_, words, _) in runners { words.write(Data("go\n".utf8)) }
      var commands = 0.0
      var worst = 0.0
      for (runner, _, answers) in runners {
        let text = String(decoding: answers.readDataToEndOfFile(), as: UTF8.self)
        runner.waitUntilExit()
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard numbers.count == 2 else { throw ValidationError("A program gave up: \(text)") }
        commands += numbers[0]
        worst = max(worst, numbers[1])
      }
      return (commands / Double(seconds), worst)
    }
  }
#endif
