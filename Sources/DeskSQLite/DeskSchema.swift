import Desk
import GRDB

/// The tables of a desk, and the marks in the file's head that say so.
enum DeskSchema {
  /// “CDsk” in the head of the file: what tells a desk from the files of other programs.
  static let application: Int64 = 0x4344_736B
  /// Grows with every change of the tables.
  static let version: Int64 = 9

  /// Times are milliseconds since 1970, in UTC. What is at rest and what is not stands in
  /// the indexes and the questions alike, word for word: only then does SQLite take a partial index.
  static let tables = """
    CREATE TABLE cases (
      id INTEGER PRIMARY KEY,
      ref TEXT NOT NULL UNIQUE,
      external TEXT UNIQUE,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      rank INTEGER NOT NULL,
      due INTEGER NOT NULL,
      handler TEXT,
      snoozed_until INTEGER,
      owner TEXT,
      customer TEXT NOT NULL,
      channel TEXT NOT NULL,
      language TEXT NOT NULL,
      procedure TEXT NOT NULL,
      step TEXT NOT NULL,
      heat TEXT NOT NULL,
      heat_score INTEGER,
      waiting_since INTEGER,
      unread INTEGER NOT NULL,
      clock TEXT,
      clock_at INTEGER,
      danger TEXT,
      excerpt TEXT NOT NULL,
      hand INTEGER NOT NULL DEFAULT 0,
      warn_at INTEGER,
      raises_at INTEGER,
      lane INTEGER NOT NULL DEFAULT \(QueueKey.usualLane),
      wants TEXT NOT NULL DEFAULT '{}',
      idle_at INTEGER,
      approval_at INTEGER,
      threat INTEGER NOT NULL DEFAULT 0,
      consult_at INTEGER,
      received_at INTEGER NOT NULL DEFAULT 0,
      matters TEXT NOT NULL DEFAULT '[]',
      announced_at INTEGER
    ) STRICT;
    \(queues(by: "rank, lane, due, ref"))
    \(raisedHands(by: "rank, lane, due, ref"))
    \(idleCases)
    \(offers)
    \(raisedMatters)
    \(board)
    \(callsForAbove)
    \(severalSee)
    \(ownedCases)
    CREATE INDEX snoozed_cases ON cases (snoozed_until, ref) WHERE state = 'snoozed';

    CREATE TABLE events (
      sequence INTEGER PRIMARY KEY,
      case_id INTEGER NOT NULL REFERENCES cases (id),
      version INTEGER NOT NULL,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      command TEXT NOT NULL,
      event TEXT NOT NULL,
      UNIQUE (case_id, version)
    ) STRICT;
    CREATE INDEX events_by_command ON events (command);

    CREATE TABLE snapshots (
      case_id INTEGER PRIMARY KEY REFERENCES cases (id),
      version INTEGER NOT NULL,
      snapshot TEXT NOT NULL
    ) STRICT;

    CREATE TABLE readings (
      case_id INTEGER NOT NULL REFERENCES cases (id),
      message INTEGER NOT NULL,
      reading TEXT NOT NULL,
      at INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (case_id, message)
    ) STRICT, WITHOUT ROWID;
    \(agingReadings)

    CREATE TABLE contacts (
      key TEXT NOT NULL,
      case_id INTEGER NOT NULL REFERENCES cases (id),
      PRIMARY KEY (key, case_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE people (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      active INTEGER NOT NULL,
      team TEXT,
      department TEXT,
      aptitude TEXT NOT NULL DEFAULT '{}'
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE drafts (
      author TEXT NOT NULL,
      ref TEXT NOT NULL,
      draft TEXT NOT NULL,
      PRIMARY KEY (author, ref)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE numbers (
      next_case INTEGER NOT NULL
    ) STRICT;
    INSERT INTO numbers (next_case) VALUES (1001);

    CREATE TABLE counts (
      state TEXT PRIMARY KEY,
      cases INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER count_opened AFTER INSERT ON cases BEGIN
      INSERT INTO counts (state, cases) VALUES (new.state, 1)
        ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
    END;
    CREATE TRIGGER count_moved AFTER UPDATE OF state ON cases WHEN old.state <> new.state BEGIN
      UPDATE counts SET cases = cases - 1 WHERE state = old.state;
      INSERT INTO counts (state, cases) VALUES (new.state, 1)
        ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
    END;
    """

  /// The queue in its order, which older schemas have without lanes.
  private static func queues(by order: String) -> String {
    """
    CREATE INDEX open_cases ON cases (\(order)) WHERE rank < \(QueueKey.atRest);
    CREATE INDEX handled_cases ON cases (handler, \(order)) WHERE rank < \(QueueKey.atRest);
    CREATE INDEX closed_cases ON cases (\(order)) WHERE rank = \(QueueKey.atRest);
    """
  }

  private static func raisedHands(by order: String) -> String {
    "CREATE INDEX raised_hands ON cases (\(order)) WHERE hand = 1 AND state <> 'closed';"
  }

  private static let idleCases = """
    CREATE INDEX idle_cases ON cases (idle_at, ref) WHERE idle_at IS NOT NULL;
    """

  /// What version 5 brought: who is given which case. Lanes of the queue, what a case wants, when one
  /// that was left untouched goes back, and what people can.
  private static var routing: String {
    """
    ALTER TABLE cases ADD COLUMN lane INTEGER NOT NULL DEFAULT \(QueueKey.usualLane);
    ALTER TABLE cases ADD COLUMN wants TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE cases ADD COLUMN idle_at INTEGER;
    ALTER TABLE people ADD COLUMN aptitude TEXT NOT NULL DEFAULT '{}';
    DROP INDEX open_cases; DROP INDEX handled_cases; DROP INDEX closed_cases;
    DROP INDEX raised_hands;
    \(queues(by: "rank, lane, due, ref"))
    \(raisedHands(by: "rank, lane, due, ref"))
    \(idleCases)
    """
  }

  /// Whom a case is offered to and has not answered yet.
  private static let offers = """
    CREATE TABLE offers (
      case_id INTEGER PRIMARY KEY REFERENCES cases (id),
      person TEXT NOT NULL
    ) STRICT;
    CREATE INDEX offers_by_person ON offers (person);
    """

  /// The offers that stand in a log without a table of them: the last event of a case that made or
  /// ended one. Within a text a quotation mark has a backslash before it, so a kind is never found
  /// in a customer's words.
  private static let offersFromEvents = """
    INSERT INTO offers (case_id, person)
    SELECT e.case_id, json_extract(e.event, '$.to') FROM events e
    WHERE instr(e.event, '"type":"transfer_offered"') > 0 AND NOT EXISTS (
      SELECT 1 FROM events n WHERE n.case_id = e.case_id AND n.version > e.version AND (
        instr(n.event, '"type":"transfer_offered"') > 0
        OR instr(n.event, '"type":"transfer_accepted"') > 0
        OR instr(n.event, '"type":"claimed"') > 0 OR instr(n.event, '"type":"released"') > 0
        OR instr(n.event, '"type":"taken_over"') > 0));
    """

  private static let raisedMatters = """
    CREATE INDEX raised_matters ON cases (raises_at, ref) WHERE raises_at IS NOT NULL;
    """

  /// What the wallboard is counted from: cases that are not closed by where they stand and by who
  /// holds them, and what happened in each five minutes.
  private static let board = """
    CREATE INDEX cases_by_step ON cases (state, procedure, step, heat, waiting_since)
      WHERE state <> 'closed';
    CREATE INDEX cases_by_holder ON cases (handler, waiting_since)
      WHERE handler IS NOT NULL AND state <> 'closed';
    CREATE TABLE pace (
      span INTEGER PRIMARY KEY,
      change INTEGER NOT NULL,
      answered INTEGER NOT NULL,
      closed INTEGER NOT NULL
    ) STRICT;
    """

  /// Requests that wait for a yes or no, and threats that nobody above has seen.
  private static let callsForAbove = """
    CREATE INDEX waiting_requests ON cases (rank, lane, due, ref)
      WHERE approval_at IS NOT NULL AND state <> 'closed';
    CREATE INDEX unseen_threats ON cases (rank, lane, due, ref)
      WHERE threat = 1 AND state <> 'closed';
    """

  /// Requests that wait in a log from before they had a clock: more were made than decided. They are
  /// due since they were made, until something new happens on the case.
  private static let approvals = """
    ALTER TABLE cases ADD COLUMN approval_at INTEGER;
    ALTER TABLE cases ADD COLUMN threat INTEGER NOT NULL DEFAULT 0;
    UPDATE cases SET approval_at = (
      SELECT max(e.at) FROM events e WHERE e.case_id = cases.id
        AND instr(e.event, '"type":"approval_requested"') > 0)
    WHERE state <> 'closed' AND (
      SELECT sum(instr(e.event, '"type":"approval_requested"') > 0)
        - sum(instr(e.event, '"type":"approved"') > 0 OR instr(e.event, '"type":"denied"') > 0)
      FROM events e WHERE e.case_id = cases.id) > 0;
    \(callsForAbove)
    """

  /// Questions to colleagues, what many write about at once, and what was said of it. The second index
  /// holds all that is counted, so that no row is read.
  private static let severalSee = """
    CREATE INDEX consulted_cases ON cases (rank, lane, due, ref)
      WHERE consult_at IS NOT NULL AND state <> 'closed';
    CREATE INDEX cases_by_matter ON cases (received_at, matters, ref) WHERE matters <> '[]';
    CREATE INDEX announced_cases ON cases (announced_at, ref) WHERE announced_at IS NOT NULL;
    """

  /// What version 8 brought. What an older case is about is found with the next word in it.
  private static let together = """
    ALTER TABLE cases ADD COLUMN consult_at INTEGER;
    ALTER TABLE cases ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE cases ADD COLUMN matters TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE cases ADD COLUMN announced_at INTEGER;
    \(severalSee)
    """

  /// Whose cases somebody's deputy looks after. By nothing but the owner, so that it moves as seldom
  /// as a case changes owners.
  private static let ownedCases = """
    CREATE INDEX owned_cases ON cases (owner) WHERE owner IS NOT NULL AND rank < \(QueueKey.atRest);
    """

  private static let agingReadings = "CREATE INDEX readings_by_age ON readings (at);"

  /// What version 9 brought. A reading from before has the age of the last word on its case, so that
  /// none goes too early.
  private static let retention = """
    ALTER TABLE readings ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
    UPDATE readings SET at = coalesce((
      SELECT e.at FROM events e WHERE e.case_id = readings.case_id
      ORDER BY e.version DESC LIMIT 1), 0);
    \(agingReadings)
    \(ownedCases)
    """

  /// What each older schema lacks, by its number. Nothing anybody wrote is ever dropped.
  private static let additions: [Int64: String] = [
    1: """
    ALTER TABLE cases ADD COLUMN hand INTEGER NOT NULL DEFAULT 0;
    \(raisedHands(by: "rank, due, ref"))
    """,
    2: """
    DROP INDEX open_cases; DROP INDEX handled_cases; DROP INDEX closed_cases;
    \(queues(by: "rank, due, ref"))
    """,
    3: """
    \(offers) \(offersFromEvents)
    ALTER TABLE cases ADD COLUMN warn_at INTEGER;
    ALTER TABLE cases ADD COLUMN raises_at INTEGER;
    \(raisedMatters)
    ALTER TABLE people ADD COLUMN team TEXT;
    ALTER TABLE people ADD COLUMN department TEXT;
    """,
    4: routing,
    5: approvals,
    6: board,
    7: together,
    8: retention,
  ]

  /// Brings a desk of an older schema up to this one.
  ///
  /// - Parameter database: in a transaction.
  /// - Throws: `DatabaseError`.
  static func upgrade(_ database: Database) throws {
    let schema = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? version
    for step in schema..<max(schema, version) {
      if let sql = additions[step] { try database.execute(sql: sql) }
    }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Writes the tables into an empty file.
  ///
  /// - Parameter database: in a transaction.
  /// - Throws: `DatabaseError`.
  static func create(in database: Database) throws {
    try database.execute(sql: tables)
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// What kind of file it is.
  enum Kind: Equatable {
    /// A desk of this schema.
    case desk
    /// A desk of an older schema that can be brought up to this one.
    case older
    /// No table in it.
    case empty
  }

  /// Looks at the marks of a file.
  ///
  /// - Parameters:
  ///   - database: the open file.
  ///   - file: for the sentences.
  /// - Returns: whether it is a desk, an older one, or empty.
  /// - Throws: `StoreError.newer`, or `.corrupt` for the file of another program.
  static func kind(of database: Database, _ file: DeskFile) throws -> Kind {
    let mark = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let schema = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if mark == application {
      guard schema <= version else {
        throw StoreError.newer(path: file.name, schema: "\(schema)", known: "\(version)")
      }
      if schema == version { return .desk }
      guard additions[schema] != nil else {
        throw StoreError.corrupt(path: file.name, why: "no CalmDesk had a schema \(schema)")
      }
      return .older
    }
    let tables = try Int64.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard mark == 0, schema == 0, tables == 0 else {
      throw StoreError.corrupt(path: file.name, why: "it belongs to another program")
    }
    return .empty
  }
}
