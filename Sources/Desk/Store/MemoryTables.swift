import Vocabulary
import Workflow

/// What a desk in memory holds, with the indexes that make asking cheap.
struct MemoryTables: Sendable {
  /// One case with all that is kept of it.
  struct Entry: Sendable {
    /// Counts the cases in the order they were opened.
    var ordinal: Int
    var events: [StoredEvent]
    var snapshot: Case?
    var readings: [Int: StoredReading]
    /// When each of them was made.
    var readAt: [Int: Instant] = [:]
    var row: QueueRow
    /// Who was asked to take it over.
    var offeredTo: PersonID?

    /// The snapshot with the events after it.
    var record: CaseRecord {
      CaseRecord(snapshot: snapshot, events: events(after: snapshot?.version ?? 0))
    }

    /// The events after `version`; those of a case count 1, 2, 3 …, so no search is needed.
    func events(after version: Int) -> [StoredEvent] {
      Array(events.dropFirst(max(0, version)))
    }
  }

  /// When a snooze ends, in the order the sweep wants.
  private struct Waking: Comparable, Sendable {
    var until: Instant
    var ref: CaseRef

    static func < (left: Waking, right: Waking) -> Bool {
      left.until != right.until ? left.until < right.until : left.ref < right.ref
    }
  }

  private(set) var entries: [CaseRef: Entry] = [:]
  /// Every event of the desk; the one with sequence n stands at n - 1.
  private(set) var log: [FeedEntry] = []
  private var inOrder: [CaseRef] = []
  private var commands: [CommandID: [FeedEntry]] = [:]
  private var contacts: [String: Set<Int>] = [:]
  private(set) var externals: [String: CaseRef] = [:]
  private var open = SortedKeys<QueueKey>()
  private var free = SortedKeys<QueueKey>()
  private var held: [PersonID: SortedKeys<QueueKey>] = [:]
  private var owned: [PersonID: SortedKeys<QueueKey>] = [:]
  private var closed = SortedKeys<QueueKey>()
  private var raised = SortedKeys<QueueKey>()
  private var requests = SortedKeys<QueueKey>()
  private var threats = SortedKeys<QueueKey>()
  private var consultations = SortedKeys<QueueKey>()
  /// Cases by when they reached us, and those on which something was announced by when that was.
  private var arrivals = SortedKeys<Waking>()
  private var announcements = SortedKeys<Waking>()
  private var offered: [PersonID: Set<CaseRef>] = [:]
  private var wakings = SortedKeys<Waking>()
  private var raises = SortedKeys<Waking>()
  private var idles = SortedKeys<Waking>()
  private(set) var counts: [CaseState: Int] = [:]
  private var paces: [Int64: DeskPace] = [:]
  private(set) var people: [PersonID: Person] = [:]
  private(set) var drafts: [PersonID: [CaseRef: String]] = [:]
  /// Numbers given to cases so far.
  private(set) var numbersGiven = 0
  /// Transactions kept so far.
  private(set) var commits: Int64 = 0

  /// Keeps what a transaction has gathered.
  mutating func keep(_ changes: MemoryChanges) {
    for (ref, entry) in changes.entries {
      if let old = entries[ref] {
        takeOut(old.row)
        if let person = old.offeredTo { offered[person]?.remove(ref) }
      }
      if let person = entry.offeredTo { offered[person, default: []].insert(ref) }
      entries[ref] = entry
      putIn(entry.row)
    }
    inOrder += changes.opened
    log += changes.log
    commands.merge(changes.commands) { $0 + $1 }
    contacts.merge(changes.contacts) { $0.union($1) }
    externals.merge(changes.externals) { $1 }
    for pace in changes.paces { paces[pace.span, default: DeskPace(span: pace.span)].add(pace) }
    people.merge(changes.people) { $1 }
    numbersGiven += changes.numbersGiven
    commits += 1
  }

  mutating func keep(draft text: String, of author: PersonID, for ref: CaseRef) {
    drafts[author, default: [:]][ref] = text.isEmpty ? nil : text
    commits += 1
  }

  /// Removes readings made before a time, those of at most so many messages; see
  /// `DeskStore.purge(readingsBefore:limit:)`.
  mutating func purge(readingsBefore time: Instant, limit: Int) -> Int {
    var gone = 0
    for ref in inOrder where gone < limit {
      let old = entries[ref]?.readAt.filter { $0.value < time }.keys.sorted().prefix(limit - gone)
      guard let old, !old.isEmpty else { continue }
      for message in old {
        entries[ref]?.readings[message] = nil
        entries[ref]?.readAt[message] = nil
      }
      if entries[ref]?.readings.isEmpty == true { entries[ref]?.row.heatScore = nil }
      gone += old.count
    }
    return gone
  }

  func readings(before time: Instant) -> Int {
    entries.values.reduce(0) { $0 + $1.readAt.values.count { $0 < time } }
  }

  // MARK: Asking

  func events(causedBy command: CommandID) -> [StoredEvent] {
    commands[command, default: []].compactMap { place in
      entries[place.ref]?.events(after: place.version - 1).first
    }
  }

  /// Ordinals of the cases under any of `keys`.
  func ordinals(contact keys: [String]) -> Set<Int> {
    keys.reduce(into: []) { $0.formUnion(contacts[$1, default: []]) }
  }

  func ref(ordinal: Int) -> CaseRef? {
    inOrder.indices.contains(ordinal) ? inOrder[ordinal] : nil
  }

  var caseCount: Int { inOrder.count }

  func page(_ page: QueuePage) -> [QueueRow] {
    let index =
      switch page.filter {
      case .everything: open
      case .free: free
      case .heldBy(let person): held[person] ?? SortedKeys()
      case .ownedBy(let person): owned[person] ?? SortedKeys()
      case .closed: closed
      case .handsRaised: raised
      case .requests: requests
      case .threats: threats
      case .consultations: consultations
      }
    let limit = page.limit
    let keys =
      switch page.start {
      case .first: index.ascending(from: nil, limit: limit)
      case .last: index.last(below: nil, limit: limit)
      case .after(let key): index.ascending(from: key, excluding: true, limit: limit)
      case .before(let key): index.last(below: key, limit: limit)
      case .from(let key): index.ascending(from: key, limit: limit)
      }
    return keys.compactMap { entries[$0.ref]?.row }
  }

  func offers(to person: PersonID, limit: Int) -> [QueueRow] {
    let rows = offered[person, default: []].compactMap { entries[$0]?.row }
      .filter { $0.state != .closed }
    return Array(rows.sorted { $0.key < $1.key }.prefix(max(0, limit)))
  }

  func asleep(until now: Instant, limit: Int) -> [CaseRef] {
    let limit = max(0, limit)
    let snoozed = wakings.ascending(from: nil, limit: limit).prefix { $0.until <= now }.map(\.ref)
    let danger = due(QueueKey.danger, in: open, by: now, limit)
      .filter { entries[$0]?.row.state == .waiting }
    let waiting = due(QueueKey.theirs, in: open, by: now, limit)
    let rested = due(QueueKey.atRest, in: closed, by: now, limit)
    let up = raises.ascending(from: nil, limit: limit).prefix { $0.until <= now }.map(\.ref)
    let idle = idles.ascending(from: nil, limit: limit).prefix { $0.until <= now }.map(\.ref)
    return Array((snoozed + danger + waiting + rested + up + idle).prefix(limit))
  }

  /// Cases of a rank of which something has fallen due, whichever lane they are in.
  private func due(
    _ rank: Int, in index: SortedKeys<QueueKey>, by now: Instant, _ limit: Int
  ) -> [CaseRef] {
    [QueueKey.vipLane, QueueKey.usualLane].flatMap { lane in
      let first = QueueKey(rank: rank, lane: lane, due: Instant(milliseconds: .min), ref: "")
      return index.ascending(from: first, limit: limit)
        .prefix { $0.rank == rank && $0.lane == lane && $0.due <= now }
    }.sorted { ($0.due, $0.ref) < ($1.due, $1.ref) }.prefix(limit).map(\.ref)
  }

  func crowds(since start: Instant, ofAtLeast least: Int) -> [MatterCount] {
    var found: [MatterID: MatterCount] = [:]
    let first = Waking(until: start, ref: "")
    for arrival in arrivals.ascending(from: first, limit: .max) {
      for matter in Set(entries[arrival.ref]?.row.matters ?? []) {
        var count =
          found[matter]
          ?? MatterCount(matter: matter, cases: 0, since: arrival.until, first: arrival.ref)
        count.cases += 1
        found[matter] = count
      }
    }
    return found.values.filter { $0.cases >= least }.sorted { $0.matter < $1.matter }
  }

  func announced(since start: Instant, limit: Int) -> [CaseRef] {
    announcements.ascending(from: Waking(until: start, ref: ""), limit: .max).reversed()
      .prefix(max(0, limit)).map(\.ref)
  }

  func figures(since span: Int64) -> DeskFigures {
    var figures = DeskFigures(
      pace: paces.values.filter { $0.span >= span }.sorted { $0.span < $1.span })
    for entry in entries.values { figures.count(entry.row) }
    return figures
  }

  // MARK: Indexes

  private mutating func putIn(_ row: QueueRow) {
    counts[row.state, default: 0] += 1
    if row.matters?.isEmpty == false {
      arrivals.insert(Waking(until: row.receivedAt, ref: row.ref))
    }
    if let at = row.announcedAt { announcements.insert(Waking(until: at, ref: row.ref)) }
    guard row.key.rank < QueueKey.atRest else { return closed.insert(row.key) }
    open.insert(row.key)
    if row.hand { raised.insert(row.key) }
    if row.approvalDue != nil { requests.insert(row.key) }
    if row.threat { threats.insert(row.key) }
    if row.consultDue != nil { consultations.insert(row.key) }
    if let owner = row.owner { owned[owner, default: SortedKeys()].insert(row.key) }
    if let handler = row.handler {
      held[handler, default: SortedKeys()].insert(row.key)
    } else {
      free.insert(row.key)
    }
    if row.state == .snoozed, let until = row.snoozedUntil {
      wakings.insert(Waking(until: until, ref: row.ref))
    }
    if let at = row.raisesAt { raises.insert(Waking(until: at, ref: row.ref)) }
    if let at = row.idleAt { idles.insert(Waking(until: at, ref: row.ref)) }
  }

  private mutating func takeOut(_ row: QueueRow) {
    counts[row.state, default: 0] -= 1
    if row.matters?.isEmpty == false {
      arrivals.remove(Waking(until: row.receivedAt, ref: row.ref))
    }
    if let at = row.announcedAt { announcements.remove(Waking(until: at, ref: row.ref)) }
    guard row.key.rank < QueueKey.atRest else { return closed.remove(row.key) }
    open.remove(row.key)
    if row.hand { raised.remove(row.key) }
    if row.approvalDue != nil { requests.remove(row.key) }
    if row.threat { threats.remove(row.key) }
    if row.consultDue != nil { consultations.remove(row.key) }
    if let owner = row.owner {
      owned[owner]?.remove(row.key)
      if owned[owner]?.isEmpty == true { owned[owner] = nil }
    }
    if let handler = row.handler {
      held[handler]?.remove(row.key)
      if held[handler]?.isEmpty == true { held[handler] = nil }
    } else {
      free.remove(row.key)
    }
    if row.state == .snoozed, let until = row.snoozedUntil {
      wakings.remove(Waking(until: until, ref: row.ref))
    }
    if let at = row.raisesAt { raises.remove(Waking(until: at, ref: row.ref)) }
    if let at = row.idleAt { idles.remove(Waking(until: at, ref: row.ref)) }
  }
}

/// What one transaction on a desk in memory has gathered, to be kept whole or not at all.
struct MemoryChanges: Sendable {
  var entries: [CaseRef: MemoryTables.Entry] = [:]
  /// New cases in the order they were opened.
  var opened: [CaseRef] = []
  var log: [FeedEntry] = []
  var commands: [CommandID: [FeedEntry]] = [:]
  var contacts: [String: Set<Int>] = [:]
  var externals: [String: CaseRef] = [:]
  var paces: [DeskPace] = []
  var people: [PersonID: Person] = [:]
  var numbersGiven = 0
}
