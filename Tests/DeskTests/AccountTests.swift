import Desk
import DeskTesting
import Foundation
import Testing
import Vocabulary
import Workflow

/// What the house answers for, in figures: what was justified, what went gravely wrong, what to look
/// at before a launch, and what customers had to chase.
@Suite struct AccountTests {
  private let bench: Bench
  private let sam: Person

  init() throws {
    bench = try Bench()
    sam = try bench.desk.signIn("sam", name: "Sam")
  }

  private func table(_ kind: ReportKind, about: String? = nil) throws -> ReportTable {
    let report = try bench.desk.report(ReportQuery(kind: kind, about: about), for: sam)
    return try #require(report.tables.first { $0.id == kind.rawValue })
  }

  /// Opens a case of mei's that is sorted in these ways, one after the other.
  @discardableResult private func sorted(
    _ parts: [Classification], _ text: String = "My parcel never came."
  ) throws -> CaseRef {
    let ref = try bench.open(text)
    // Full hands take a reason.
    try bench.perform(.claim, on: ref, override: .digit(1))
    for part in parts { try bench.perform(.classify(part), on: ref) }
    return ref
  }

  private func file(_ fields: [FieldName: String], on ref: CaseRef) throws {
    for (field, value) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try bench.perform(.set(field, value: value, reason: nil), on: ref)
    }
  }

  @Test func `upheld complaints are counted by ground, and concerns turned into them`() throws {
    try sorted([Classification(class: .concern)])
    try sorted([Classification(class: .concern), Classification(class: .upheld, kind: .harm)])
    try sorted([Classification(class: .upheld, kind: .breach)])
    try sorted([Classification(class: .upheld)])
    try sorted([])
    let rows = try table(.liability).rows
    let counts = Dictionary(
      uniqueKeysWithValues: rows.compactMap { row -> (String, [ReportCell])? in
        guard case .term(.measure(let name)) = row[0] else { return nil }
        return (name, Array(row.dropFirst()))
      })
    #expect(counts["concerns"] == [.count(1), .share(1, of: 5)])
    #expect(counts["upheld"] == [.count(3), .share(3, of: 5)])
    #expect(counts["breach"] == [.count(1), .share(1, of: 3)])
    #expect(counts["harm"] == [.count(1), .share(1, of: 3)])
    #expect(counts["ground_open"] == [.count(1), .share(1, of: 3)])
    #expect(counts["turned_upheld"] == [.count(1), .share(1, of: 2)])
    #expect(counts["not_sorted"] == [.count(1), .share(1, of: 5)])
  }

  @Test func `a list before a launch keeps to its product or topic, cause by cause`() throws {
    let kettle = try sorted([Classification(cause: .quality, fault: .ours)])
    try file([.product: "Kettle K2"], on: kettle)
    try bench.perform(.improve(cause: "lid", proposal: "a stronger hinge"), on: kettle)
    let other = try sorted([Classification(cause: .use)])
    try file([.product: "Toaster"], on: other)
    let twice = try sorted(
      [Classification(cause: .price)], "You've charged me twice for one order.")
    #expect(try table(.launch).rows.count == 3)
    let rows = try table(.launch, about: "kettle k2").rows
    #expect(rows.count == 1)
    #expect(rows.first?.first == ReportCell.none)
    #expect(rows.first?[1] == .term(.cause(.quality)))
    #expect(rows.first?[3] == .term(.words("lid: a stronger hinge")))
    let topic = try table(.launch, about: "charged_twice").rows
    #expect(topic.map { $0[1] } == [.term(.cause(.price))])
    #expect(try bench.desk.find(twice).classification.cause == .price)
    #expect(try table(.launch, about: "hovercraft").rows.isEmpty)
    let spreadsheet = try bench.desk.report(
      ReportQuery(kind: .launch, about: "kettle"), for: sam
    ).spreadsheet
    #expect(spreadsheet.first?.hasPrefix("checked,cause,fault,measure,cases") == true)
    #expect(spreadsheet.last?.hasPrefix(",quality,ours,lid: a stronger hinge,1") == true)
  }

  @Test func `grave cases are told by what was found and where it lies`() throws {
    for id in ["r1", "r2", "r3", "r4", "r5"] {
      try bench.desk.put(
        Person(id: PersonID(id), name: id, role: .agent, department: "Repairs"), by: sam)
    }
    try bench.desk.put(
      Person(id: "s1", name: "s1", role: .agent, department: "Stores"), by: sam)
    let grave = Classification(content: .incident, cause: .quality, fault: .ours, severity: 4)
    func verified(_ department: String) throws {
      try file([.finding: "a weld gave way", .department: department], on: try sorted([grave]))
    }
    try verified("Repairs")
    try verified("Repairs")
    try verified("Stores")
    try verified("Bob Miller did it")
    try sorted([grave])
    try file(
      [.finding: "small", .department: "Repairs"],
      on: try sorted([Classification(cause: .quality, fault: .ours, severity: 2)]))
    let table = try table(.accountability)
    #expect(
      table.rows.map { $0.prefix(3) } == [
        [.term(.cause(.quality)), .term(.department("Repairs")), .count(2)],
        [.term(.cause(.quality)), .term(.department(nil)), .count(1)],
        [.term(.others), .none, .count(1)],
        [.term(.measure("not_verified")), .none, .count(1)],
      ])
    #expect(table.withheld == .folded)
    let written = try bench.desk.report(ReportQuery(kind: .accountability), for: sam)
      .document.line
    #expect(!written.contains("Bob") && !written.contains("Stores"))
  }

  @Test func `what only goes by its name stands in no overview`() throws {
    try sorted([Classification(severity: 4)])
    let report = try bench.desk.report(ReportQuery(kind: .overview), for: sam)
    let ids = Set(report.tables.map(\.id))
    #expect(ids.contains("liability"))
    #expect(ids.isDisjoint(with: ["launch", "accountability"]))
  }

  @Test func `customers who had to chase are counted, and how often`() throws {
    let ref = try bench.open("Where is my parcel?")
    bench.pass(seconds: 3_600)
    try bench.hear("Hello? Anybody there?", on: ref)
    bench.pass(seconds: 3_600)
    try bench.hear("I'm still waiting.", on: ref)
    let clocks = try bench.desk.rules(for: "six_steps").clocks
    #expect(try bench.desk.find(ref).chases(by: clocks) == 2)
    for id in ["p1", "p2", "p3", "p4", "p5"] {
      try bench.desk.put(Person(id: PersonID(id), name: id, role: .agent), by: sam)
      let other = try bench.open("Where is it?")
      try bench.perform(.claim, on: other, by: PersonID(id))
    }
    let rows = try table(.resolution).rows
    func row(_ measure: String) -> [ReportCell]? {
      rows.first { $0.first == .term(.measure(measure)) }
    }
    #expect(row("chased")?.dropFirst() == [.count(1), .share(1, of: 6)])
    #expect(row("chases")?[1] == .count(2))
  }

  @Test func `a loss by the hour goes first, and failing now is on the row`() throws {
    let usual = try sorted([])
    let losing = try sorted([Classification(inService: false)])
    #expect(try bench.desk.store.queue(QueuePage(limit: 9)).map(\.ref) == [usual, losing])
    try file([.lossPerHour: "GBP 550"], on: losing)
    let row = try #require(try bench.desk.store.row(of: losing))
    let clock = try #require(row.clock)
    #expect(row.key.due == clock.at.adding(seconds: -600), "the clock itself stays")
    #expect(try bench.desk.store.queue(QueuePage(limit: 9)).map(\.ref) == [losing, usual])
    #expect(!row.wants.isInService)
    try bench.perform(.classify(Classification(inService: true)), on: losing)
    #expect(try bench.desk.store.row(of: losing)?.wants.isInService == true)
    #expect(try bench.desk.verify() == [])
  }

  @Test func `answers that say what they rest on are set beside those that do not`() throws {
    for id in ["p1", "p2", "p3", "p4", "p5"] {
      try bench.desk.put(Person(id: PersonID(id), name: id, role: .agent), by: sam)
      try bench.perform(.claim, on: try bench.open("Where is it?"), by: PersonID(id))
    }
    let refs = try [sorted([]), sorted([]), sorted([])]
    for ref in refs { try bench.say("It comes on Thursday at noon.", on: ref) }
    try bench.perform(.cite("KB-1", message: nil), on: refs[0])
    let rows = try table(.resolution).rows
    func row(_ measure: String) -> [ReportCell]? {
      rows.first { $0.first == .term(.measure(measure)) }.map { Array($0.dropFirst()) }
    }
    #expect(row("sourced") == [.count(1), .share(1, of: 3)])
    #expect(row("sourced_again") == [.count(0), .share(0, of: 1)])
    #expect(row("bare_again") == [.count(0), .share(0, of: 2)])
  }
}
