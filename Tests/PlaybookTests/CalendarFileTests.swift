import Foundation
import Playbook
import Testing
import Vocabulary
import Workflow

/// Calendars and limits of law, as their files tell them.
struct CalendarFileTests {
  private static let calendars = """
    calendars:
      - id: round_the_clock
        always: true
      - id: office
        time_zone: Europe/London
        hours:
          monday: [09:00-12:00, 13:00-17:00]
          tuesday: 09:00-17:00
        holidays: [2026-11-24, 2026-12-28..2026-12-29]
        extra_days: [2026-11-28]

    """

  private static let presets = """
    presets:
      - id: ours
        name: {en: Ours, zh-Hans: 我们的, zh-Hant: 我們的}
        source: a book
        calendar: office
        pauses: true
        clocks:
          - {name: final_response, within: 2 working days}
      - id: theirs
        name: {en: Theirs, zh-Hans: 他们的, zh-Hant: 他們的}
        source: another book
        calendar: round_the_clock
        public_bodies: true
        clocks:
          - {name: acceptance, within: 15d}

    """

  private static let clocks =
    SmallPlaybook.clocks.replacing("follow_up: 3d", with: "follow_up: 2 working days") + """
      acknowledge: {chat: 1m, phone: 30s, mail: 4 working hours, public: 15m}
      resolve:
        chat: {calm: 3d, uneasy: 2d, angry: 1d, explosive: 12h}
        phone: 3d
        mail: 5 working days
        public: 3d
      warn_at: 80%
      calendars:
        chat: round_the_clock
        phone: round_the_clock
        mail: {en: office, zh-Hans: round_the_clock, zh-Hant: round_the_clock}
        public: round_the_clock
      statutory: {mail: ours}

      """

  private func small() -> SmallPlaybook {
    var small = SmallPlaybook()
    small.base["clocks/calendars.yaml"] = Self.calendars
    small.base["clocks/presets.yaml"] = Self.presets
    small.base["clocks/clocks.yaml"] = Self.clocks
    return small
  }

  private func at(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test func `the files become values`() throws {
    let playbook = small().playbook
    let clocks = try #require(playbook.clocks)
    #expect(playbook.problems == [])
    #expect(clocks.acknowledge[.mail]?[.angry] == .workingHours(4))
    #expect(clocks.resolve[.chat]?[.explosive] == .seconds(43_200))
    #expect(clocks.resolve[.mail]?[.calm] == .workingDays(5))
    #expect(clocks.followUp == .workingDays(2))
    #expect(clocks.warning == 80)
    #expect(clocks.statutory == [.mail: "ours"])
    #expect(clocks.presets.map(\.id) == ["ours"], "the other is for public bodies")
    #expect(clocks.presets.first?.pauses == true)
    #expect(clocks.calendar(on: .mail, in: .zhHans).isAlways)
    let office = clocks.calendar(on: .mail, in: .en)
    // Monday; Tuesday is a holiday, the Saturday has a Monday's hours, London keeps GMT.
    let monday = try at("2026-11-23T16:00:00Z")
    #expect(office.adding(workingSeconds: 2 * 3600, to: monday) == (try at("2026-11-28T10:00:00Z")))
    #expect(office.adding(workingDays: 2, to: monday) == (try at("2026-11-30T17:00:00Z")))
    // In summer nine o'clock comes an hour sooner.
    #expect(
      office.adding(workingSeconds: 3600, to: try at("2027-06-06T00:00:00Z"))
        == (try at("2027-06-07T09:00:00Z")))
  }

  @Test func `a public body has the limits that are for it`() throws {
    var small = small()
    small.base["clocks/clocks.yaml"]? += "public_body: true\n"
    #expect(small.playbook.clocks?.presets.map(\.id) == ["ours", "theirs"])
  }

  @Test func `a calendar of one's own stands in for the one it is called like`() throws {
    var small = small()
    small.overlay["clocks/calendars.yaml"] = """
      calendars:
        - id: office
          time_zone: Europe/London
          hours: {wednesday: 10:00-11:00}

      """
    let playbook = small.playbook
    let office = try #require(playbook.clocks?.calendar(on: .mail, in: .en))
    #expect(
      office.adding(workingDays: 1, to: try at("2026-11-23T16:00:00Z"))
        == (try at("2026-11-25T11:00:00Z")))
    #expect(playbook.calendars.map(\.id) == ["round_the_clock", "office"])
    #expect(playbook.problems == [])
  }

  @Test(arguments: [
    (
      "calendars", "Europe/London", "Europe/Londn",
      "line 5: calendar “office” names the time zone “Europe/Londn”, which is none such as"
    ),
    (
      "calendars", "tuesday:", "teusday:",
      "line 8: calendar “office” names the weekday “teusday”, which does not exist; did you mean"
    ),
    (
      "calendars", "09:00-17:00", "17:00-09:00",
      "line 8: calendar “office” wants hours such as 09:00-17:30 in “tuesday”, not “17:00-09:00”."
    ),
    (
      "calendars", "[09:00-12:00, 13:00", "[09:00-12:00, 11:00",
      "line 7: calendar “office” has hours in “monday” that are not one after the other."
    ),
    (
      "calendars", "2026-12-28..2026-12-29", "2026-02-30",
      "line 9: calendar “office” wants days such as 2026-12-25 or 2026-10-01..2026-10-07 in"
    ),
    (
      "calendars", "[2026-11-28]", "[2026-11-24]",
      "line 10: calendar “office” has a day in “extra_days” that is a holiday as well."
    ),
    (
      "calendars", "always: true", "always: true\n    time_zone: UTC",
      "line 4: calendar “round_the_clock” works always, so “time_zone” says nothing; take it out."
    ),
    (
      "presets", "calendar: office", "calendar: ofice",
      "line 5: preset “ours” names the calendar “ofice”, which is not in clocks/calendars.yaml; did"
    ),
    (
      "presets", "final_response", "promise",
      "line 8: preset “ours” sets the clock “promise”, which no law sets; known are"
    ),
    (
      "presets", "2 working days", "2 workdays",
      "line 8: preset “ours” wants a time such as 90s, 10m, 2h, 3d, 4 working hours or 15 working"
    ),
    (
      "clocks", "{mail: ours}", "{mail: outs}",
      "names the preset “outs”, which is not in clocks/presets.yaml; did you mean “ours”?"
    ),
    (
      "clocks", "{mail: ours}", "{mail: theirs}",
      "names the preset “theirs”, which is for public bodies alone."
    ),
    ("clocks", "80%", "80", "the list of clocks wants a share such as 75% in “warn_at”, not “80”."),
    (
      "clocks", "en: office", "en: ofice",
      "names the calendar “ofice”, which is not in clocks/calendars.yaml; did you mean “office”?"
    ),
  ])
  func `what is wrong is named with file and line`(
    file: String, old: String, new: String, problem: String
  ) {
    var small = small()
    let path = "clocks/\(file).yaml"
    small.base[path] = small.base[path]?.replacing(old, with: new)
    let playbook = small.playbook
    _ = playbook.clocks
    #expect(
      playbook.problems.contains { $0.file == path && $0.description.contains(problem) },
      "\(playbook.problems)")
  }

  @Test func `a calendar whose holidays end soon is warned of`() throws {
    let playbook = small().playbook
    #expect(PlaybookCheck.endingCalendars(playbook, now: try at("2026-10-01T00:00:00Z")) == [])
    #expect(
      PlaybookCheck.endingCalendars(playbook, now: try at("2026-11-23T00:00:00Z")).map(
        \.description)
        == [
          "clocks/calendars.yaml, line 4: calendar “office” knows no holiday after 2026-12-29; add"
            + " those that follow."
        ])
  }

  // MARK: - What is shipped

  private static let shipped = Playbook(layers: [
    PlaybookLayer(
      root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Resources").path, isBase: true)
  ])

  @Test(arguments: [
    // Christmas and Boxing Day of 2026, and the Monday in the latter's place.
    (LanguageTag.en, "2026-12-24T10:00:00Z", 1, "2026-12-29T17:30:00Z"),
    // The week of the spring festival, with a Saturday before it that is worked.
    (.zhHans, "2026-02-13T02:00:00Z", 1, "2026-02-14T10:00:00Z"),
    (.zhHans, "2026-02-14T02:00:00Z", 1, "2026-02-24T10:00:00Z"),
    (.zhHant, "2026-02-13T02:00:00Z", 1, "2026-02-23T10:00:00Z"),
    (.zhHant, "2026-10-08T02:00:00Z", 1, "2026-10-12T10:00:00Z"),
  ])
  func `mail counts the working days of where it is read`(
    language: LanguageTag, start: String, days: Int, end: String
  ) throws {
    let clocks = try #require(Self.shipped.clocks)
    let calendar = clocks.calendar(on: .mail, in: language)
    #expect(calendar.adding(workingDays: days, to: try at(start)) == (try at(end)))
  }

  @Test func `chat and phone never shut, and no law is in force unasked`() throws {
    let clocks = try #require(Self.shipped.clocks)
    for language in LanguageTag.allCases {
      #expect(clocks.calendar(on: .chat, in: language).isAlways)
      #expect(clocks.calendar(on: .phone, in: language).isAlways)
    }
    #expect(clocks.statutory.isEmpty)
    #expect(clocks.preset("uk_fca") != nil)
    #expect(clocks.preset("petition") == nil, "a company accepts and refers")
    #expect(Self.shipped.clockPresets.contains { $0.id == "petition" })
  }
}
