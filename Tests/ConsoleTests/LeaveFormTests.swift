import Console
import ConsoleTesting
import Desk
import Foundation
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Saying at the console when one is on leave, and who stands in (domain F).
@Suite struct LeaveFormTests {
  private let bench: Workbench

  init() throws { bench = try Workbench.shipped() }

  private func driver(
    _ person: PersonID = "mei", _ language: LanguageTag = .en, linear: Bool = false,
    columns: Int = 120, keymap: Keymap = .standard
  ) throws -> Driver {
    try Driver(
      bench, as: person, language: language, size: Size(columns: columns, rows: 36),
      keymap: keymap, linear: linear)
  }

  private func leave(of person: PersonID = "mei") throws -> Leave? {
    try #require(try bench.desk.store.person(person)).aptitude.leave
  }

  private func person(_ id: PersonID) throws -> Person {
    try #require(try bench.desk.store.person(id))
  }

  private func form(_ driver: Driver) throws -> Form {
    guard case .form(let form)? = driver.model.overlay else {
      Issue.record("no form: \(driver.screen)")
      throw DeskError.malformed("no form")
    }
    return form
  }

  private func choices(_ id: FormField.ID, _ driver: Driver) throws -> [String] {
    guard case .choice(let choices, _)? = try form(driver)[id]?.content else { return [] }
    return choices.map(\.id)
  }

  private func day(_ text: String) throws -> Instant {
    try #require(Instant(text + "T00:00:00Z"))
  }

  /// Fills a form that is empty still.
  private func fill(_ driver: Driver, from: String, until: String, deputy: String = "1") {
    driver.type(from)
    driver.press("enter")
    driver.type(until)
    driver.press("enter")
    driver.type(deputy)
    driver.press("enter")
  }

  @Test(arguments: LanguageTag.allCases, [false, true])
  func `two days and a name set a leave, without a case, and the footer says so`(
    _ language: LanguageTag, _ linear: Bool
  ) throws {
    let mei = try driver("mei", language, linear: linear)
    #expect(mei.model.open == nil)
    mei.press("J")
    let texts = bench.desk.playbook.locale(language)
    #expect(mei.screen.contains(texts["screen.form.set_leave.title"]), "\(mei.screen)")
    #expect(mei.screen.contains(texts["screen.form.set_leave.until"]), "\(mei.screen)")
    #expect(!mei.screen.contains(texts["screen.form.set_leave.who"]), "\(mei.screen)")
    fill(mei, from: "12-1", until: "12-8")
    #expect(!mei.hasOverlay, "\(mei.screen)")
    #expect(
      try leave() == Leave(from: day("2026-12-01"), until: day("2026-12-08"), deputy: "ann"))
    let words = TimeWords(language, timeZone: .gmt)
    let said = texts(
      "screen.on_leave.set",
      [
        "from": words.date(try day("2026-12-01"), now: bench.clock.now),
        "until": words.date(try day("2026-12-08"), now: bench.clock.now), "deputy": "Ann",
      ])
    #expect(mei.screen.contains(said), "\(mei.screen)")
  }

  @Test(
    arguments: [
      (.en, "leave"), (.en, "away"), (.en, "holiday"), (.en, "vacation"), (.en, "time off"),
      (.zhHans, "请假"), (.zhHans, "休假"), (.zhHans, "qingjia"), (.zhHans, "xiujia"),
      (.zhHans, "leave"), (.zhHans, "nianjia"), (.zhHant, "請假"), (.zhHant, "休假"),
      (.zhHant, "qingjia"), (.zhHant, "特休"), (.zhHant, "set_leave"),
    ] as [(LanguageTag, String)])
  func `it is found by what an agent would call it`(_ language: LanguageTag, _ typed: String) throws
  {
    let mei = try driver("mei", language)
    mei.press(":")
    mei.type(typed)
    mei.press("enter")
    #expect(try form(mei).purpose == .setLeave)
  }

  @Test func `a day alone is its beginning, and what was read stands behind it`() throws {
    let mei = try driver()
    mei.press("J")
    mei.type("1 dec 9am")
    mei.press("tab")
    mei.type("monday")
    #expect(mei.screen.contains("= 9 am on Tuesday the 1st"), "\(mei.screen)")
    #expect(mei.screen.contains("= Monday the 23rd"), "\(mei.screen)")
  }

  @Test func `with nothing said of its beginning it begins now, and the supervisors stand in`()
    throws
  {
    let mei = try driver()
    mei.press("J", "enter")
    mei.type("tomorrow")
    mei.press("enter", "enter")
    #expect(try leave() == Leave(from: bench.clock.now, until: day("2026-11-22")))
    #expect(mei.screen.contains("Standing in: the supervisors."), "\(mei.screen)")
  }

  // MARK: - What is wrong

  @Test(arguments: LanguageTag.allCases)
  func `a bad day is said at once, in the language of the screen`(_ language: LanguageTag) throws {
    let mei = try driver("mei", language)
    mei.press("J")
    mei.type("31 feb")
    mei.press("enter")
    let texts = bench.desk.playbook.locale(language)
    #expect(mei.screen.contains("31 feb"))
    let fault = texts("time.unreadable_day", ["text": "31 feb"])
    #expect(try form(mei)["from"]?.fault == fault)
    #expect(mei.screen.contains(String(fault.prefix(12))), "\(mei.screen)")
    mei.type("12-8")
    mei.press("f10")
    #expect(try form(mei)["until"]?.text == "12-8")
    #expect(try leave() == nil)
  }

  @Test(arguments: LanguageTag.allCases)
  func `who is back before it begins is told, and keeps what was typed`(_ language: LanguageTag)
    throws
  {
    let mei = try driver("mei", language)
    let texts = bench.desk.playbook.locale(language)
    mei.press("J")
    fill(mei, from: "12-8", until: "12-1")
    #expect(mei.screen.contains(texts["screen.fault.leave_too_soon"]), "\(mei.screen)")
    #expect(try form(mei).fields.map(\.text).contains("12-8"))
    #expect(try form(mei)["deputy"]?.chosen?.id == "ann")
    #expect(try leave() == nil)
    mei.press("ctrl-u")
    mei.type("2026-11-20")
    mei.press("f10")
    #expect(mei.screen.contains(texts["screen.fault.past"]), "\(mei.screen)")
    mei.press("ctrl-u", "f10")
    #expect(try form(mei)["until"]?.fault != nil)
    mei.type("12-9")
    mei.press("f10")
    #expect(!mei.hasOverlay)
    #expect(try leave()?.until == day("2026-12-09"))
  }

  @Test func `nobody finds themselves among those who stand in`() throws {
    let mei = try driver()
    mei.press("J")
    #expect(try choices("deputy", mei) == ["", "ann", "lin", "sam"])
    let sam = try driver("sam")
    sam.press("J")
    #expect(try choices("deputy", sam) == ["", "ann", "lin", "mei"])
    sam.type("ann")
    #expect(try form(sam)["who"]?.chosen?.id == "ann")
    #expect(try choices("deputy", sam) == ["", "lin", "mei", "sam"])
  }

  @Test func `a deputy who turns out to be the one on leave has to be chosen anew`() throws {
    let sam = try driver("sam")
    sam.press("J", "tab", "tab")
    sam.type("12-8")
    sam.press("tab", "a")
    #expect(try form(sam)["deputy"]?.chosen?.id == "ann")
    sam.press("backtab", "backtab", "backtab")
    sam.type("ann")
    #expect(try form(sam)["who"]?.chosen?.id == "ann")
    sam.press("f10")
    #expect(sam.screen.contains("Choose one for “Stands in”."), "\(sam.screen)")
    #expect(try leave(of: "ann") == nil)
    sam.press("l", "f10")
    #expect(try leave(of: "ann")?.deputy == "lin")
  }

  @Test func `with nobody else at the desk it is the supervisors'`() throws {
    let founder = try person("sam")
    for id in ["mei", "ann", "lin", "aud"] {
      var gone = try person(PersonID(id))
      gone.active = false
      try bench.desk.put(gone, by: founder)
    }
    let sam = try driver("sam")
    sam.press("J")
    #expect(try form(sam)["who"] == nil)
    #expect(try choices("deputy", sam) == [""])
    fill(sam, from: "12-1", until: "12-8", deputy: "")
    #expect(
      try leave(of: "sam") == Leave(from: day("2026-12-01"), until: day("2026-12-08")),
      "\(sam.screen)")
  }

  @Test(
    arguments: [
      .leaveEndsTooSoon, .ownDeputy("ann"), .notAllowed("mei", .people), .notAllowed("aud", .work),
      .stranger("ann"), .unknownPerson("ann"),
    ] as [DeskError], LanguageTag.allCases)
  func `what the desk refuses is said in the language of the screen, and the form stays`(
    _ error: DeskError, _ language: LanguageTag
  ) throws {
    let mei = try driver("mei", language, columns: 160)
    mei.press("J", "enter")
    mei.type("12-8")
    mei.isDeskSlow = true
    mei.press("f10")
    #expect(mei.screen.contains(bench.desk.playbook.locale(language)["screen.composer.on_its_way"]))
    mei.tell(.leaveSet(of: "mei", .refused(error)))
    let fault = try #require(try form(mei).fault)
    #expect(mei.screen.contains(fault), "\(mei.screen)")
    #expect(!fault.contains("--"))
    #expect(!fault.contains("{"))
    if language != .en { #expect(!fault.contains("leave")) }
    #expect(try form(mei)["until"]?.text == "12-8")
    #expect(try form(mei).onItsWay == nil)
  }

  // MARK: - For somebody else

  @Test(arguments: LanguageTag.allCases)
  func `a supervisor sets it for somebody else`(_ language: LanguageTag) throws {
    let sam = try driver("sam", language)
    sam.press("J")
    sam.type("mei")
    sam.press("enter")
    fill(sam, from: "12-1", until: "12-8 13:00", deputy: "2")
    #expect(!sam.hasOverlay, "\(sam.screen)")
    let set = try #require(try leave())
    #expect(set.from == (try day("2026-12-01")))
    #expect(set.until == (try day("2026-12-08")).adding(seconds: 13 * 3_600))
    #expect(set.deputy == "lin")
    #expect(sam.screen.contains("Li Mei"), "\(sam.screen)")
    #expect(try leave(of: "sam") == nil)
  }

  @Test func `who is no supervisor any more is refused by the desk`() throws {
    let founder = try person("sam")
    var lin = try person("lin")
    lin.role = .supervisor
    try bench.desk.put(lin, by: founder)
    let sitter = try driver("lin")
    lin.role = .senior
    try bench.desk.put(lin, by: founder)
    sitter.press("J")
    sitter.type("mei")
    sitter.press("enter")
    fill(sitter, from: "12-1", until: "12-8")
    #expect(
      sitter.screen.contains("Somebody else's leave is for supervisors to set."),
      "\(sitter.screen)")
    #expect(try form(sitter)["until"]?.text == "12-8")
    #expect(try leave() == nil)
  }

  // MARK: - A leave that is set already

  private func set(from hours: Int64, deputy: PersonID? = "lin", of id: PersonID = "mei") throws {
    let now = bench.clock.now
    try bench.desk.set(
      leave: Leave(
        from: now.adding(seconds: hours * 3_600),
        until: try day("2026-12-08"), deputy: deputy), of: id, by: try person(id))
  }

  @Test(arguments: LanguageTag.allCases)
  func `what is set already is proposed, and can be changed`(_ language: LanguageTag) throws {
    try set(from: 14)
    let mei = try driver("mei", language)
    mei.press("J")
    #expect(try form(mei)["from"]?.text == "2026-11-22")
    #expect(try form(mei)["until"]?.text == "2026-12-08")
    #expect(try form(mei)["deputy"]?.chosen?.id == "lin")
    mei.press("enter", "enter")
    mei.type("12-9")
    mei.press("f10")
    #expect(
      try leave() == Leave(from: day("2026-11-22"), until: day("2026-12-09"), deputy: "lin"))
  }

  @Test func `a leave that runs keeps the moment it began`() throws {
    let began = bench.clock.now
    try set(from: 0)
    bench.clock.move(3_601)
    let mei = try driver()
    mei.press("J", "tab", "tab")
    mei.type("12-9")
    mei.press("f10")
    #expect(try leave()?.from == began)
    #expect(try leave()?.until == day("2026-12-09"))
  }

  @Test(arguments: LanguageTag.allCases, [0, 14] as [Int64])
  func `it is taken back: called off before, ended when it runs`(
    _ language: LanguageTag, _ hours: Int64
  ) throws {
    try set(from: hours)
    let mei = try driver("mei", language)
    let texts = bench.desk.playbook.locale(language)
    mei.press("J", "right")
    #expect(
      mei.screen.contains(
        texts[hours == 0 ? "screen.form.set_leave.end" : "screen.form.set_leave.call_off"]),
      "\(mei.screen)")
    #expect(try form(mei)["until"] == nil)
    mei.press("enter")
    #expect(try leave() == nil)
    #expect(
      mei.screen.contains(
        texts[hours == 0 ? "screen.on_leave.ended" : "screen.on_leave.called_off"]),
      "\(mei.screen)")
    mei.press("J")
    #expect(try form(mei)["what"] == nil)
  }

  @Test func `whose leave it is decides what is proposed, but for what was typed`() throws {
    try set(from: 14)
    let sam = try driver("sam")
    sam.press("J")
    #expect(try form(sam)["what"] == nil)
    sam.type("mei")
    #expect(try form(sam)["until"]?.text == "2026-12-08")
    sam.press("home")
    #expect(try form(sam)["until"]?.text == "")
    sam.press("tab")
    sam.type("12-2")
    sam.press("backtab")
    sam.type("mei")
    #expect(try form(sam)["from"]?.text == "12-2")
    #expect(try form(sam)["until"]?.text == "2026-12-08")
  }

  @Test func `what a slow desk knows comes into what nobody has written in yet`() throws {
    try set(from: 14)
    let mei = try driver()
    mei.isDeskSlow = true
    mei.press("J")
    mei.type("12-2")
    mei.answer()
    #expect(try form(mei)["from"]?.text == "12-2")
    #expect(try form(mei)["until"]?.text == "2026-12-08")
    #expect(try form(mei)["what"] != nil)
    mei.isDeskSlow = false
    mei.press("f10")
    #expect(try leave()?.from == day("2026-12-02"))
  }

  @Test func `a deputy with a leave of their own is marked so`() throws {
    try set(from: 14, deputy: nil, of: "ann")
    let mei = try driver()
    mei.press("J", "tab", "tab")
    #expect(mei.screen.contains("0 the supervisors  1 Ann  2 Lin  3 Sam Ortiz"), "\(mei.screen)")
    mei.press("a")
    #expect(mei.screen.contains("on leave from Sunday the 22nd, back Tuesday the 8th"))
  }

  // MARK: - Ways there

  @Test(arguments: [false, true])
  func `the end of the shift leads there, with a leave ahead and without`(linear: Bool) throws {
    let mei = try driver("mei", linear: linear)
    mei.press("E")
    #expect(mei.screen.contains("Say when you're away"), "\(mei.screen)")
    mei.press("esc")
    try set(from: 14)
    mei.press("E")
    #expect(mei.screen.contains("back Tuesday the 8th"), "\(mei.screen)")
    #expect(mei.screen.contains("Change your leave, or call it off"), "\(mei.screen)")
    mei.press("end", "enter")
    #expect(try form(mei).purpose == .setLeave)
    #expect(try form(mei)["until"]?.text == "2026-12-08")
  }

  @Test func `its key can be another one`() throws {
    let (map, problems) = Keymap.standard.changed(by: ["set_leave": ["~"]])
    #expect(problems.isEmpty)
    let mei = try driver(keymap: map)
    mei.press("J")
    #expect(!mei.hasOverlay)
    mei.press("~")
    #expect(try form(mei).purpose == .setLeave)
  }

  @Test func `the mouse goes to its fields and through its choices`() throws {
    let mei = try driver()
    mei.press("J")
    mei.click(on: "Back on")
    mei.type("12-8")
    mei.click(on: "Stands in")
    mei.click(on: "Stands in")
    #expect(try form(mei)["deputy"]?.chosen?.id == "ann")
    mei.press("f10")
    #expect(try leave()?.deputy == "ann")
    #expect(try leave()?.until == day("2026-12-08"))
  }

  @Test func `in the linear view it belongs to no case`() throws {
    try bench.open("Where is my parcel?")
    let mei = try driver("mei", linear: true)
    mei.press("t", "J")
    #expect(mei.screen.contains("On leave"), "\(mei.screen)")
    #expect(!mei.screen.contains("Ms Reed"), "\(mei.screen)")
    mei.press("tab", "tab")
    #expect(mei.screen.contains("0 the supervisors, 1 Ann, 2 Lin, 3 Sam Ortiz"), "\(mei.screen)")
  }

  // MARK: - Out of reach

  @Test(arguments: LanguageTag.allCases)
  func `out of reach it says that it cannot wait, and keeps what was typed`(
    _ language: LanguageTag
  ) throws {
    let mei = try driver("mei", language)
    let cannot = bench.desk.playbook.locale(language)(
      "screen.obstacle.leave_offline", ["time": "10:00"])
    mei.press("J", "enter")
    mei.type("12-8")
    mei.cutLine()
    mei.press("f10")
    #expect(mei.screen.contains(cannot), "\(mei.screen)")
    #expect(try form(mei)["until"]?.text == "12-8")
    mei.press("esc", "J")
    #expect(!mei.hasOverlay)
    #expect(mei.screen.contains(cannot), "\(mei.screen)")
    mei.mendLine()
    mei.press("J", "enter")
    mei.type("12-8")
    // The line breaks while the leave is on its way.
    mei.isDeskSlow = true
    mei.press("f10")
    mei.tell(.leaveSet(of: "mei", .unreachable))
    #expect(try form(mei).fault == cannot)
    mei.isDeskSlow = false
    mei.press("f10")
    #expect(try leave() != nil)
  }
}
