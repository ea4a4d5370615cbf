import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// What a wallboard is made of.
  static let figures = [
    StoreClause("figures are what a plain count over all cases gives, after every move") { store in
      var random = SplitMix(seed: 23)
      var rows: [QueueRow] = []
      for number in 0..<60 {
        let fixture = CaseFixture(1001 + number)
        let row = anyRow(fixture, 1, using: &random)
        rows.append(row)
        try store.write { try $0.append(fixture.appending(1...1, row: row)) }
      }
      for turn in 0..<120 {
        let index = Int.random(in: rows.indices, using: &random)
        let fixture = CaseFixture(1001 + index)
        let version = rows[index].version + 1
        rows[index] = anyRow(fixture, version, using: &random)
        let row = rows[index]
        try store.write { try $0.append(fixture.appending(version...version, row: row)) }
        if turn.isMultiple(of: 40) { try expect(rows, in: store) }
      }
      try expect(rows, in: store)
    },
    StoreClause("an empty desk has figures of nought") { store in
      let figures = try store.figures(since: 0)
      #expect(figures == DeskFigures())
    },
    StoreClause("the pace counts answers, closings and whose turn it is, by five minutes") {
      store in
      let start = DeskPace.span(of: CaseFixture(1001).start)
      func append(
        _ number: Int, _ version: Int, _ events: [CaseEvent], _ state: CaseState, minutes: Int64
      ) throws {
        let fixture = CaseFixture(number)
        let records = events.enumerated().map { offset, event in
          RecordedEvent(
            version: version + offset,
            at: Instant(milliseconds: start * DeskPace.milliseconds).adding(seconds: minutes * 60),
            actor: "ana", command: CommandID("\(number)-\(version + offset)"), event: event)
        }
        let last = version + events.count - 1
        try store.write {
          try $0.append(
            Appending(
              ref: fixture.ref, from: version - 1, events: records,
              row: fixture.row(last, state: state, rank: state == .closed ? 4 : 1)))
        }
      }
      let heard = CaseEvent.received(.init(text: "Hello?", kind: .text, heat: .calm, moves: []))
      let said = CaseEvent.replied(
        .init(text: "One moment.", kind: .text, acts: [], source: .observed))
      let earlier = CaseEvent.replied(
        .init(text: "Hello!", kind: .text, acts: [], source: .observed, isHistory: true))
      let closing = CaseEvent.closed(reason: .satisfied, words: "", signedOffBy: nil, review: false)
      try append(1001, 1, [earlier, heard], .open, minutes: 0)
      try append(1002, 1, [heard], .open, minutes: 4)
      try append(1001, 3, [said, said], .waiting, minutes: 6)
      try append(1002, 2, [.claimed(by: "ana")], .open, minutes: 7)
      try append(1002, 3, [said, closing], .closed, minutes: 12)
      try append(1001, 5, [heard], .open, minutes: 13)
      let expected = [
        DeskPace(span: start, change: 2), DeskPace(span: start + 1, change: -1, answered: 2),
        DeskPace(span: start + 2, answered: 1, closed: 1),
      ]
      #expect(try store.figures(since: start).pace == expected)
      let later = try store.figures(since: start + 1).pace
      #expect(later == Array(expected.dropFirst()))
      #expect(try store.figures(since: start + 9).pace.isEmpty)
    },
  ]

  private static func anyRow(
    _ fixture: CaseFixture, _ version: Int, using random: inout SplitMix
  ) -> QueueRow {
    func any<Value>(of values: [Value]) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    let state = any(of: CaseState.allCases)
    var row = fixture.row(
      version, state: state, rank: state == .closed ? QueueKey.atRest : 1,
      handler: any(of: [nil, "ana", "bo", "陈梅"]))
    row.heat = any(of: HeatLevel.allCases)
    row.step = any(of: ["vent", "collect", "solve"])
    row.procedure = any(of: ["six_steps", "phone_four"])
    row.waitingSince = any(of: [nil, fixture.start, fixture.start.adding(seconds: -Int64(version))])
    return row
  }

  private static func expect(_ rows: [QueueRow], in store: any DeskStore) throws {
    let figures = try store.figures(since: .max)
    #expect(figures.pace.isEmpty)
    let open = rows.filter { $0.state != .closed }
    func load(_ rows: [QueueRow]) -> Load {
      Load(cases: rows.count, oldest: rows.compactMap(\.waitingSince).min())
    }
    let groups = Dictionary(grouping: open) {
      CaseGroup(state: $0.state, procedure: $0.procedure, step: $0.step, heat: $0.heat)
    }
    #expect(figures.groups == groups.mapValues(load))
    let holders = Dictionary(grouping: open.filter { $0.handler != nil }) { $0.handler ?? "" }
    #expect(figures.holders == holders.mapValues(load))
  }
}
