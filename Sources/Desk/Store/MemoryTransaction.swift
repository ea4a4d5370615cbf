import Vocabulary
import Workflow

/// One turn at writing to a desk in memory: gathers changes beside the tables and sees them laid
/// over what was kept before.
final class MemoryTransaction: DeskTransaction {
  private let store: MemoryStore
  private(set) var changes = MemoryChanges()
  private var isOver = false

  init(_ store: MemoryStore) { self.store = store }

  /// Ends the turn: from here on every call is refused.
  func end() { isOver = true }

  func version(of ref: CaseRef) throws -> Int? {
    try entry(of: ref)?.events.last?.record.version
  }

  func record(of ref: CaseRef) throws -> CaseRecord? { try entry(of: ref)?.record }

  func events(of ref: CaseRef, after version: Int) throws -> [StoredEvent] {
    try entry(of: ref)?.events(after: version) ?? []
  }

  func events(causedBy command: CommandID) throws -> [StoredEvent] {
    try tables { $0.events(causedBy: command) }
      + changes.commands[command, default: []].compactMap { place in
        changes.entries[place.ref]?.events(after: place.version - 1).first
      }
  }

  func ref(external: String) throws -> CaseRef? {
    try changes.externals[external] ?? tables { $0.externals[external] }
  }

  func cases(contact keys: [String], limit: Int) throws -> [CaseRef] {
    let (kept, count) = try tables { ($0.ordinals(contact: keys), $0.caseCount) }
    let gathered = keys.reduce(into: kept) { $0.formUnion(changes.contacts[$1, default: []]) }
    return try gathered.sorted(by: >).prefix(max(0, limit)).compactMap { ordinal in
      ordinal < count
        ? try tables { $0.ref(ordinal: ordinal) } : changes.opened[ordinal - count]
    }
  }

  func firstFree(among refs: [CaseRef]) throws -> CaseRef? {
    try refs.first { ref in
      try entry(of: ref).map { $0.row.handler == nil && $0.row.state != .closed } ?? false
    }
  }

  func liveConversations(of person: PersonID, on channel: Channel) throws -> Int {
    let kept = try tables { $0.page(QueuePage(limit: 10_000, filter: .heldBy(person))) }
      .filter { changes.entries[$0.ref] == nil }
    let changed = changes.entries.values.map(\.row).filter { $0.handler == person }
    return (kept + changed).count { $0.isLive && $0.channel == channel }
  }

  func nextNumber() throws -> Int {
    changes.numbersGiven += 1
    return try tables { MemoryStore.firstNumber + $0.numbersGiven } + changes.numbersGiven - 1
  }

  func append(_ appending: Appending) throws {
    let ref = appending.ref
    let old = try entry(of: ref)
    try appending.check(
      against: old?.events.last?.record.version ?? 0, path: MemoryStore.place)
    if let external = appending.external, let other = try self.ref(external: external) {
      throw StoreError.failed(
        path: MemoryStore.place, why: "the outside id “\(external)” is that of case \(other)")
    }
    let (logged, cases) = try tables { ($0.log.count, $0.caseCount) }
    var entry =
      old
      ?? MemoryTables.Entry(
        ordinal: cases + changes.opened.count, events: [], snapshot: nil, readings: [:],
        row: appending.row)
    for record in appending.events {
      let sequence = Int64(logged + changes.log.count + 1)
      let place = FeedEntry(sequence: sequence, ref: ref, version: record.version)
      changes.log.append(place)
      changes.commands[record.command, default: []].append(place)
      entry.events.append(StoredEvent(sequence: sequence, ref: ref, record: record))
    }
    let score = entry.row.heatScore
    let matters = entry.row.matters ?? []
    entry.row = appending.row
    entry.row.heatScore = appending.row.heatScore ?? score
    entry.row.matters = appending.row.matters ?? matters
    switch appending.offer {
    case .made(let person): entry.offeredTo = person
    case .ended: entry.offeredTo = nil
    case nil: break
    }
    entry.snapshot = appending.snapshot ?? entry.snapshot
    for reading in appending.readings {
      entry.readings[reading.message] = reading
      entry.readAt[reading.message] = appending.events.last?.at
    }
    if let pace = appending.pace(from: old?.row.state) { changes.paces.append(pace) }
    if old == nil { changes.opened.append(ref) }
    changes.entries[ref] = entry
    for key in appending.contacts { changes.contacts[key, default: []].insert(entry.ordinal) }
    if let external = appending.external { changes.externals[external] = ref }
  }

  func people() throws -> [Person] {
    try tables { $0.people }.merging(changes.people) { $1 }.values.sorted { $0.id < $1.id }
  }

  func put(_ person: Person) throws {
    try tables { _ in }
    changes.people[person.id] = person
  }

  private func entry(of ref: CaseRef) throws -> MemoryTables.Entry? {
    try changes.entries[ref] ?? tables { $0.entries[ref] }
  }

  /// What was kept before this turn.
  private func tables<Value: Sendable>(_ ask: (MemoryTables) -> Value) throws -> Value {
    guard !isOver else {
      throw StoreError.failed(
        path: MemoryStore.place, why: "a transaction was used after it had ended")
    }
    return store.asking(ask)
  }
}
