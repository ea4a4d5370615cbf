import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Deputies for owners on leave, as a person meets them (domain F).
@Suite struct LeaveTests {
  private let wide = Size(columns: 130, rows: 44)
  private let bench: Workbench
  private let ref: CaseRef

  /// Li Mei owns a case with a promise, which is back in the queue.
  init() throws {
    bench = try Workbench.shipped()
    ref = try bench.open("Where is my parcel?")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .promise(what: "Find the parcel", due: bench.clock.now.adding(seconds: 7_200)), on: ref,
      by: "mei")
    try bench.perform(.release, on: ref, by: "mei")
  }

  private func leave(in hours: Int64 = 0, deputy: PersonID? = "ann") throws {
    let now = bench.clock.now
    let mei = try #require(try bench.desk.store.person("mei"))
    try bench.desk.set(
      leave: Leave(
        from: now.adding(seconds: hours * 3_600), until: now.adding(seconds: 3 * 86_400),
        deputy: deputy), of: "mei", by: mei)
  }

  @Test(arguments: LanguageTag.allCases)
  func `the deputy is told, sees for whom, and goes there with the alarm key`(
    language: LanguageTag
  ) throws {
    try leave()
    let ann = try Driver(bench, as: "ann", language: language, size: wide)
    let lin = try Driver(bench, as: "lin", language: language, size: wide)
    let texts = bench.desk.playbook.locale(language)
    let title = texts("screen.on_leave.title", ["person": "Li Mei", "n": "1"])
    #expect(ann.line(0).contains(title), "\(ann.screen)")
    #expect(!lin.line(0).contains(title))
    #expect(ann.rings == 1)
    let until = try #require(
      texts["screen.on_leave.for"].replacing("{person}", with: "Li Mei")
        .split(separator: "{").first)
    #expect(ann.screen.contains(until), "\(ann.screen)")
    #expect(!lin.screen.contains(until), "\(lin.screen)")
    ann.press("*")
    #expect(ann.model.open?.ref == ref)
    #expect(ann.screen.contains(until), "\(ann.screen)")
    try bench.perform(.claim, on: ref, by: "ann")
    ann.follow()
    #expect(!ann.line(0).contains(title))
    #expect(ann.screen.contains(until))
    #expect(try bench.desk.find(ref).owner == "mei")
  }

  @Test func `without a deputy it falls to the supervisors, and to her when she is back`() throws {
    try leave(deputy: nil)
    let ann = try Driver(bench, as: "ann", size: wide)
    let sam = try Driver(bench, as: "sam", size: wide)
    #expect(sam.line(0).contains("for Li Mei: 1"), "\(sam.screen)")
    #expect(!ann.screen.contains("on leave"))
    sam.pass(seconds: 3 * 86_400)
    try bench.hear("Hello?", on: ref)
    sam.follow()
    #expect(!sam.line(0).contains("for Li Mei"), "\(sam.screen)")
  }

  @Test(arguments: [false, true])
  func `the end of the shift says what falls to whom`(linear: Bool) throws {
    try leave(in: 4)
    let mei = try Driver(bench, size: wide, linear: linear)
    mei.press("E")
    #expect(mei.screen.contains("You're on leave from"), "\(mei.screen)")
    #expect(mei.screen.contains("goes to Ann"), "\(mei.screen)")
    #expect(mei.screen.contains("Ms Reed"))
    let ann = try Driver(bench, as: "ann", size: wide, linear: linear)
    ann.press("E")
    #expect(!ann.screen.contains("on leave"))
  }

  @Test func `nobody offers anything to somebody on leave`() throws {
    try leave()
    let ann = try Driver(bench, as: "ann", size: wide)
    ann.press("*", "t", "T")
    #expect(ann.screen.contains("Hand the case to a colleague"), "\(ann.screen)")
    guard case .form(let form) = ann.model.overlay,
      case .choice(let choices, _) = form.fields.first?.content
    else {
      Issue.record("no list of colleagues: \(ann.screen)")
      return
    }
    #expect(choices.map(\.id) == ["lin", "sam"])
  }

  @Test(arguments: [false, true])
  func `the board says who is on leave and who stands in`(linear: Bool) throws {
    try leave()
    let sam = try Driver(bench, as: "sam", size: wide, linear: linear)
    sam.press("D")
    #expect(
      sam.screen.contains(
        linear ? "Ann standing in" : "Li Mei → Ann"), "\(sam.screen)")
    #expect(sam.screen.contains("on leave"))
  }
}

/// An offer that nobody answers.
@Suite struct UnansweredOfferTests {
  @Test(arguments: LanguageTag.allCases)
  func `whoever offered a case is told that nobody answered, and has it still`(
    language: LanguageTag
  ) throws {
    let wide = Size(columns: 130, rows: 44)
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?")
    let mei = try Driver(bench, language: language, size: wide)
    mei.press("t")
    try bench.perform(.transfer(to: "ann"), on: ref, by: "mei")
    mei.follow()
    let ann = try Driver(bench, as: "ann", language: language, size: wide)
    #expect(ann.model.offers.map(\.ref) == [ref])
    mei.pass(seconds: 90)
    try bench.desk.sweep()
    mei.follow()
    ann.follow()
    let texts = bench.desk.playbook.locale(language)
    let told = texts(
      "screen.notice.offer_unanswered", ["person": "Ann", "customer": "Ms Reed"])
    #expect(mei.screen.contains(told), "\(mei.screen)")
    #expect(
      mei.screen.contains(texts("screen.conversation.offer_unanswered", ["person": "Ann"])),
      "\(mei.screen)")
    #expect(ann.model.offers.isEmpty)
    #expect(mei.holdsOpenCase)
  }
}

extension Driver {
  fileprivate var holdsOpenCase: Bool { model.holdsOpenCase }
}
