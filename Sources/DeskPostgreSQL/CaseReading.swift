#if PostgreSQL
  import Desk
  import Vocabulary
  import Workflow

  /// What can be asked of the tables, within a transaction or without.
  enum CaseReading {
    /// The snapshot and what came after it, in one question and so as of one moment.
    static func record(of ref: CaseRef, on line: Line) throws -> CaseRecord? {
      let answer = try line.ask(
        """
        SELECT e.sequence, e.version, e.at, e.actor, e.command, e.event, NULL, NULL
        FROM calmdesk.cases c JOIN calmdesk.events e ON e.case_id = c.id
        WHERE c.ref = $1 AND e.version > coalesce(
          (SELECT s.version FROM calmdesk.snapshots s WHERE s.case_id = c.id), 0)
        UNION ALL
        SELECT 0, s.version, 0, '', '', '', s.snapshot, c.ref
        FROM calmdesk.cases c LEFT JOIN calmdesk.snapshots s ON s.case_id = c.id WHERE c.ref = $1
        """, [.name(ref)])
      var isThere = false
      var snapshot: Case?
      var isUnread = false
      var events: [StoredEvent] = []
      _ = try answer.all { columns in
        guard try columns.optionalText(7) != nil else {
          events.append(try event(in: columns, of: ref))
          return
        }
        isThere = true
        guard let text = try columns.optionalText(6) else { return }
        let kept = EventCoding.snapshot(in: text)
        if let kept, kept.version == (try columns.of("the snapshot", ref).number(1)) {
          snapshot = kept
        } else {
          isUnread = true
        }
      }
      guard isThere else { return nil }
      // A snapshot that cannot be read is passed over and the events are folded.
      if isUnread { events = try self.events(of: ref, after: 0, on: line) }
      return CaseRecord(
        snapshot: snapshot, events: events.sorted { $0.record.version < $1.record.version })
    }

    static func events(of ref: CaseRef, after version: Int, on line: Line) throws
      -> [StoredEvent]
    {
      try line.ask(
        """
        SELECT e.sequence, e.version, e.at, e.actor, e.command, e.event
        FROM calmdesk.cases c JOIN calmdesk.events e ON e.case_id = c.id
        WHERE c.ref = $1 AND e.version > $2 ORDER BY e.version
        """, [.name(ref), .number(version)]
      ).all { try event(in: $0, of: ref) }
    }

    /// The newest cases in rows of `id, ref`, each once.
    ///
    /// Put in order here: to be spared the sorting, the server would walk through every case.
    static func newest(_ limit: Int, in answer: Answer) throws -> [CaseRef] {
      let found = try answer.all { (try $0.integer(0), try $0.name(1) as CaseRef) }
      return Dictionary(found) { first, _ in first }.sorted { $0.key > $1.key }.prefix(limit)
        .map(\.value)
    }

    static func person(in columns: Columns) throws -> Person {
      let columns = columns.of("a person")
      guard let aptitude = EventCoding.aptitude(in: try columns.text(6)) else {
        throw Damage("what a person can cannot be read by this program")
      }
      return Person(
        id: try columns.name(0), name: try columns.text(1), role: try columns.word(2),
        active: try columns.flag(3), team: try columns.optionalText(4),
        department: try columns.optionalText(5), aptitude: aptitude)
    }

    /// The event in a row of `sequence, version, at, actor, command, event`.
    static func event(in columns: Columns, of ref: CaseRef) throws -> StoredEvent {
      let columns = columns.of("an event", ref)
      let version = try columns.number(1)
      let text = try columns.text(5)
      let event: CaseEvent
      do {
        event = try EventCoding.event(in: text)
      } catch is DecodingError {
        throw Damage("event \(version) of \(ref) cannot be read by this program")
      }
      return StoredEvent(
        sequence: try columns.integer(0), ref: ref,
        record: RecordedEvent(
          version: version, at: try columns.time(2), actor: try columns.name(3),
          command: try columns.name(4), event: event))
    }
  }
#endif
