import Synchronization
package import Vocabulary
package import Workflow

/// A desk that lives as long as the program: for practice, for tests, and as the measure of what
/// the other stores must do.
///
/// Writers take turns; readers see what was kept last, also from within a write. A write within a
/// write is a mistake of the program.
package final class MemoryStore: DeskStore {
  /// How the errors of this store name it.
  package static let place = "memory"
  /// The number of the first case.
  static let firstNumber = 1001

  /// Held by the one writer.
  private let turn = Mutex(())
  private let tables = Mutex(MemoryTables())
  package let presence: any PresenceBoard = MemoryBoard()

  /// An empty desk.
  package init() {}

  package func write<Result: Sendable>(
    _ body: (any DeskTransaction) throws -> Result
  ) throws -> Result {
    try turn.withLock { _ in
      let transaction = MemoryTransaction(self)
      defer { transaction.end() }
      let result = try body(transaction)
      let changes = transaction.changes
      tables.withLock { $0.keep(changes) }
      return result
    }
  }

  package func record(of ref: CaseRef) throws -> CaseRecord? {
    asking { $0.entries[ref]?.record }
  }

  package func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
    asking { $0.entries[ref]?.events(after: version) ?? [] }
  }

  package func readings(of ref: CaseRef, last limit: Int) throws -> [StoredReading] {
    asking { state in
      let all = state.entries[ref]?.readings.values.sorted { $0.message < $1.message } ?? []
      return Array(all.suffix(max(0, limit)))
    }
  }

  package func queue(_ page: QueuePage) throws -> [QueueRow] { asking { $0.page(page) } }

  package func offers(to person: PersonID, limit: Int) throws -> [QueueRow] {
    asking { $0.offers(to: person, limit: limit) }
  }

  package func row(of ref: CaseRef) throws -> QueueRow? { asking { $0.entries[ref]?.row } }

  package func counts() throws -> [CaseState: Int] {
    asking { tables in
      Dictionary(uniqueKeysWithValues: CaseState.allCases.map { ($0, tables.counts[$0] ?? 0) })
    }
  }

  package func figures(since span: Int64) throws -> DeskFigures {
    asking { $0.figures(since: span) }
  }

  package func crowds(since start: Instant, ofAtLeast least: Int) throws -> [MatterCount] {
    asking { $0.crowds(since: start, ofAtLeast: least) }
  }

  package func announced(since start: Instant, limit: Int) throws -> [CaseRef] {
    asking { $0.announced(since: start, limit: limit) }
  }

  package func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    asking { tables in
      tables.ordinals(contact: keys).sorted(by: >).prefix(max(0, limit))
        .compactMap { tables.ref(ordinal: $0) }
    }
  }

  package func asleep(until now: Instant, limit: Int) throws -> [CaseRef] {
    asking { $0.asleep(until: now, limit: limit) }
  }

  package func feed(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
    asking { tables in
      let seen = Int(clamping: max(0, sequence))
      return Array(tables.log.dropFirst(seen).prefix(max(0, limit)))
    }
  }

  package func lastSequence() throws -> Int64 { asking { Int64($0.log.count) } }

  package func changeMark() throws -> Int64 { asking { $0.commits } }

  package func people() throws -> [Person] {
    asking { $0.people.values.sorted { $0.id < $1.id } }
  }

  package func person(_ id: PersonID) throws -> Person? { asking { $0.people[id] } }

  package func keep(draft text: String, of author: PersonID, for ref: CaseRef) throws {
    turn.withLock { _ in
      tables.withLock { $0.keep(draft: text, of: author, for: ref) }
    }
  }

  package func drafts(of author: PersonID) throws -> [CaseRef: String] {
    asking { $0.drafts[author] ?? [:] }
  }

  package func readings(before time: Instant) throws -> Int {
    asking { $0.readings(before: time) }
  }

  package func purge(readingsBefore time: Instant, limit: Int) throws -> Int {
    turn.withLock { _ in
      tables.withLock { $0.purge(readingsBefore: time, limit: max(0, limit)) }
    }
  }

  package func faults() throws -> [String] { [] }

  package func eachCase(_ body: (CaseRef) throws -> Void) throws {
    var ordinal = 0
    while let ref = asking({ $0.ref(ordinal: ordinal) }) {
      try body(ref)
      ordinal += 1
    }
  }

  /// Asks the tables as they stand.
  func asking<Value: Sendable>(_ ask: (MemoryTables) -> Value) -> Value {
    tables.withLock { ask($0) }
  }
}
