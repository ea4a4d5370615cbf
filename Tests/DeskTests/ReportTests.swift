import Desk
import DeskTesting
import Foundation
import Testing
import Vocabulary
import Workflow

/// Figures of the desk: what they count, and what nobody may see in them (domain F).
@Suite struct ReportTests {
  private let bench: Bench
  private let sam: Person
  private static let utc = TimeZone(identifier: "UTC") ?? .current

  init() throws {
    bench = try Bench()
    sam = try bench.desk.signIn("sam", name: "Sam")
  }

  /// Adds people to a team.
  private func hire(_ ids: [String], team: String) throws {
    for id in ids {
      try bench.desk.put(
        Person(id: PersonID(id), name: id, role: .agent, team: team), by: sam)
    }
  }

  /// Opens a case that `person` takes.
  @discardableResult private func take(
    _ person: PersonID, _ text: String = "My parcel never came.", channel: Channel = .chat
  ) throws -> CaseRef {
    let ref = try bench.open(text, channel: channel)
    try bench.perform(.claim, on: ref, by: person)
    return ref
  }

  private func report(
    _ kind: ReportKind, by grouping: ReportGrouping? = nil, for person: Person? = nil
  ) throws -> Report {
    try bench.desk.report(
      ReportQuery(kind: kind, grouping: grouping, timeZone: Self.utc), for: person ?? sam)
  }

  private func table(_ id: String, of report: Report) throws -> ReportTable {
    try #require(report.tables.first { $0.id == id })
  }

  private func row(_ measure: String, of table: ReportTable) throws -> [ReportCell] {
    try #require(table.rows.first { $0.first == .term(.measure(measure)) })
  }

  @Test func `the desk's figures want a permission, one's own do not`() throws {
    let mei = try bench.desk.signIn("mei", name: "Mei")
    let auditor = try bench.desk.signIn("aud", name: "Aud")
    for kind in ReportKind.allCases where kind != .mine {
      #expect(throws: DeskError.notAllowed("mei", .report)) { try report(kind, for: mei) }
      #expect(throws: Never.self) { try report(kind, for: auditor) }
    }
    try take("mei")
    try take("ann")
    let own = try report(.mine, for: mei)
    #expect(own.cases == 1)
    #expect(own.tables.allSatisfy { $0.withheld == nil })
  }

  @Test func `teams of five are shown, smaller ones only together`() throws {
    let west = ["w1", "w2", "w3", "w4", "w5"]
    try hire(west, team: "West")
    try hire(["e1", "e2"], team: "East")
    try hire(["n1", "n2", "n3"], team: "North")
    for id in west + ["e1", "e2", "n1", "n2", "n3"] { try take(PersonID(id)) }
    let table = try table("groups", of: report(.volumes, by: .team))
    #expect(table.rows.map(\.first) == [.term(.team("West")), .term(.others)])
    #expect(table.rows.map { $0[1] } == [.count(5), .count(5)])
    #expect(table.withheld == .folded)
    #expect(!table.rows.joined().contains(.withheld))
  }

  @Test func `what is held back cannot be had by taking the rest from the whole`() throws {
    let west = ["w1", "w2", "w3", "w4", "w5"]
    try hire(west, team: "West")
    try hire(["e1"], team: "East")
    for id in west + ["e1"] { try take(PersonID(id)) }
    let teams = try table("groups", of: report(.volumes, by: .team))
    #expect(teams.rows.map(\.first) == [.term(.others)])
    #expect(teams.rows.first?[1] == .count(6))
    // Cases are counted by channel whoever worked on them; how they were worked on is not told.
    try take("e1", channel: .mail)
    let channels = try table("groups", of: report(.volumes, by: .channel))
    #expect(channels.rows.map { $0[1] } == [.count(6), .count(1)])
    #expect(channels.rows.allSatisfy { $0.suffix(3).allSatisfy { $0 == .withheld } })
    #expect(channels.withheld == .cells)
  }

  @Test func `how people work is shown of five, and to whoever is the only one`() throws {
    try take("mei")
    #expect(try table("resolution", of: report(.resolution)).withheld == .table)
    #expect(try table("resolution", of: report(.resolution)).rows.isEmpty)
    for id in ["ann", "lin", "sam"] { try take(PersonID(id)) }
    #expect(try table("resolution", of: report(.resolution)).withheld == .table)
    try hire(["bo"], team: "West")
    try take("bo")
    let shown = try table("resolution", of: report(.resolution))
    #expect(shown.withheld == nil)
    #expect(
      try row("handed_on", of: shown) == [
        .term(.measure("handed_on")), .count(0), .share(0, of: 5),
      ])

    let alone = try Bench()
    let only = try alone.desk.signIn("sam", name: "Sam")
    let ref = try alone.open("Where is it?")
    try alone.perform(.claim, on: ref, by: "sam")
    let own = try alone.desk.report(ReportQuery(kind: .resolution), for: only)
    #expect(own.tables.first?.withheld == nil)
    #expect(own.tables.first?.rows.isEmpty == false)
  }

  @Test func `a case handed on, or taken again by another, is counted once each time`() throws {
    let ref = try take("mei")
    try bench.perform(.transfer(to: "ann"), on: ref)
    try bench.perform(.accept, on: ref, by: "ann")
    try bench.perform(.release, on: ref, by: "ann")
    try bench.perform(.claim, on: ref, by: "ann")
    #expect(try bench.desk.find(ref).handovers == 1)
    try bench.perform(.takeOver(reason: "it is urgent"), on: ref, by: "lin")
    let current = try bench.desk.find(ref)
    #expect(current.handovers == 2)
    #expect(current.holders == ["mei", "ann", "lin"])
    try bench.perform(.release, on: ref, by: "lin")
    try bench.perform(.claim, on: ref)
    #expect(try bench.desk.find(ref).holders == ["ann", "lin", "mei"])
  }

  @Test func `promises, replies and overrides are one's own in one's own figures`() throws {
    let mine = try take("mei")
    try bench.say("I'm reading this now.", on: mine)
    try bench.perform(
      .promise(what: "ring back", due: bench.now.adding(seconds: 600)), on: mine)
    try bench.perform(
      .promise(what: "write", due: bench.now.adding(seconds: 900)), on: mine)
    bench.pass(seconds: 700)
    try bench.perform(.settlePromise(number: 1, kept: true), on: mine)
    let other = try take("ann")
    try bench.perform(
      .promise(what: "look", due: bench.now.adding(seconds: 60)), on: other, by: "ann")
    bench.pass(seconds: 300)

    let mei = try bench.desk.signIn("mei", name: "Mei")
    let own = try report(.mine, for: mei)
    let promises = try table("promises", of: own)
    for (measure, count) in [
      ("kept", 1), ("kept_late", 1), ("broken", 0), ("open", 1), ("overdue", 1),
    ] {
      #expect(try row(measure, of: promises)[1] == .count(count), "\(measure)")
    }
    let clocks = try table("clocks", of: own)
    #expect(
      clocks.rows.contains([
        .term(.clock(.respond)), .count(1), .count(0), .share(1, of: 1),
      ]))
    #expect(
      clocks.rows.contains([
        .term(.clock(.promise)), .count(0), .count(2), .share(0, of: 2),
      ]))
  }

  @Test func `cases are those opened in the time that was asked for`() throws {
    try take("mei")
    bench.pass(seconds: 86_400)
    let start = bench.now
    try take("mei")
    bench.pass(seconds: 86_400)
    let end = bench.now
    try take("mei")
    func count(_ from: Instant?, _ to: Instant?) throws -> Int {
      try bench.desk.report(ReportQuery(kind: .volumes, from: from, to: to), for: sam).cases
    }
    #expect(try count(nil, nil) == 3)
    #expect(try count(start, nil) == 2)
    #expect(try count(nil, end) == 2)
    #expect(try count(start, end) == 1)
    #expect(try count(nil, start) == 1)
  }

  @Test func `heat at the start stands against heat at the end`() throws {
    let hot = try bench.open("This is a ridiculous joke, you useless liars! I'll sue you!")
    let start = try #require(try bench.desk.find(hot).heatAtStart)
    #expect(start >= .angry)
    try bench.perform(.claim, on: hot)
    try bench.say("I'm so sorry. I see why you are angry. What happened?", on: hot)
    try bench.hear("Thank you, that helps. Thanks.", on: hot)
    let end = try bench.desk.find(hot).heat
    #expect(end < start)
    let table = try table("heat", of: report(.heat))
    let row = try #require(table.rows.first)
    #expect(row.first == .term(.heat(start)))
    #expect(row.last == .share(1, of: 1))
    let column = try #require(table.columns.firstIndex { $0.id == "end_\(end.rawValue)" })
    #expect(row[column] == .count(1))
  }

  @Test func `hours are those of the reader's zone`() throws {
    try take("mei")
    let zone = try #require(TimeZone(identifier: "Asia/Taipei"))
    let query = ReportQuery(kind: .volumes, grouping: .hour, timeZone: zone)
    let there = try table("groups", of: bench.desk.report(query, for: sam))
    let here = try table("groups", of: report(.volumes, by: .hour))
    let hour = Int((Bench.start.milliseconds / 3_600_000) % 24)
    #expect(here.rows.first?.first == .term(.hour(hour)))
    #expect(there.rows.first?.first == .term(.hour((hour + 8) % 24)))
  }

  @Test func `notes stand beside their cause, with names struck out for an auditor`() throws {
    for person in ["mei", "ann"] as [PersonID] {
      let ref = try take(person)
      try bench.perform(
        .classify(Classification(cause: .quality, fault: .ours)), on: ref, by: person)
    }
    let ref = try take("mei")
    try bench.perform(.classify(Classification(cause: .use)), on: ref)
    try bench.perform(
      .improve(cause: "no leaflet", proposal: "send one, says Ms Reed"), on: ref)
    let rows = try table("prevention", of: report(.prevention)).rows
    #expect(rows.map { $0[0] } == [.term(.cause(.quality)), .term(.cause(.use))])
    #expect(rows.map { $0[3] } == [.count(2), .count(1)])
    #expect(rows[1][2] == .term(.words("no leaflet: send one, says Ms Reed")))
    let auditor = try bench.desk.signIn("aud", name: "")
    let masked = try table("prevention", of: report(.prevention, for: auditor)).rows
    #expect(masked[1][2] == .term(.words("no leaflet: send one, says M**")))
  }

  @Test func `departments are told what they did in time, small ones only together`() throws {
    for id in ["r1", "r2"] {
      try bench.desk.put(
        Person(id: PersonID(id), name: id, role: .agent, department: "Repairs"), by: sam)
    }
    let ref = try take("mei")
    func task(_ department: String, _ seconds: Int64) throws {
      try bench.perform(
        .task(
          department: department, what: "see to it", due: bench.now.adding(seconds: seconds),
          promise: nil), on: ref)
    }
    try task("Warehouse", 60)
    try task("Warehouse", 600)
    try task("Repairs", 60)
    bench.pass(seconds: 120)
    try bench.perform(.taskDone(number: 2), on: ref, by: "ann")
    let table = try table("departments", of: report(.departments))
    #expect(table.rows.map(\.first) == [.term(.department("Warehouse")), .term(.others)])
    #expect(
      table.rows[0].dropFirst() == [
        .count(2), .share(1, of: 1), .count(0), .count(1), .count(1), .score(sum: 0, of: 0),
      ])
    #expect(table.rows[1].dropFirst(2).allSatisfy { $0 == .withheld })
    #expect(table.withheld == .folded)
  }

  @Test func `scores of the survey are a mean of those who answered`() throws {
    let alone = try Bench()
    let only = try alone.desk.signIn("sam", name: "Sam")
    for ratings in [[SurveyItem.time: 2, .effect: 4], [.time: 5]] {
      let ref = try alone.open("Where is it?")
      try alone.perform(.claim, on: ref, by: "sam")
      try alone.perform(.survey(score: nil, words: "", ratings: ratings), on: ref, by: "sam")
    }
    let report = try alone.desk.report(ReportQuery(kind: .satisfaction), for: only)
    let rows = try #require(report.tables.first).rows
    #expect(rows.contains([.term(.survey(.time)), .count(2), .score(sum: 7, of: 2)]))
    #expect(rows.contains([.term(.survey(.effect)), .count(1), .score(sum: 4, of: 1)]))
    #expect(rows.contains([.term(.survey(nil)), .count(2), .score(sum: 9, of: 2)]))
    #expect(rows.count == 3)
  }

  @Test func `a spreadsheet cell is never a formula, and a row stays a row`() {
    let row = CommaSeparated.row([
      .text("=1+1"), .text(" @SUM(A1)"), .text("＝2"), .text("a,b"), .text("say \"no\""),
      .text("two\r\nlines"), .text("\u{1B}[31mred\u{202E}"), .number("-3"), .empty,
    ])
    #expect(
      row == "'=1+1,"
        + "' @SUM(A1),"
        + "'＝2,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",[31mred,-3,")
  }

  @Test func `documents and spreadsheets have the same names for the same figures`() throws {
    try take("mei")
    let heat = try report(.heat)
    let lines = heat.spreadsheet
    #expect(
      lines.first
        == "start,cases,end_calm,end_uneasy,end_angry,end_explosive,cooled,cooled_of")
    #expect(lines.count == 2)
    let row = try #require(heat.document["tables"]?.items?.first?["rows"]?.items?.first)
    guard case .object(let members) = row else {
      Issue.record("no object")
      return
    }
    #expect(
      Set(members.keys).isSubset(
        of: Set((lines.first ?? "").split(separator: ",").map(String.init)))
    )
    let overview = try report(.overview).spreadsheet
    #expect(overview.first == "table,row,figure,value")
    #expect(overview.contains("volumes,opened,cases,1"))
  }
}
