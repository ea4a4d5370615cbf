import Foundation
import Testing

/// Figures and the register, by the command line.
@Suite struct ReportTests {
  private let station: Station

  init() async throws {
    station = try Station()
    var lines = ""
    for (id, lang, text) in [
      ("1", "en", "Where is my order QW-48213? It is ridiculous."),
      ("2", "zh-Hans", "我的快递呢？等了五天了，你们到底管不管！"),
      ("3", "zh-Hant", "我的包裹呢？已經等了五天，你們到底在做什麼！"),
    ] {
      var conversation = Conversation(text, id: id)
      conversation.lang = lang
      lines += try conversation.line + "\n"
    }
    _ = try await station.calmdesk("intake", input: lines)
  }

  @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
  func `a report fits the terminal in every language, with plain bars when asked`(
    lang: String
  ) async throws {
    for columns in ["60", "80", "120"] {
      let report = try await station.calmdesk(
        ["report", "--lang", lang, "--ascii"], environment: ["COLUMNS": columns])
      #expect(report.code == 0)
      #expect(report.text.contains("#"))
      #expect(report.dangers.isEmpty)
      for line in report.lines {
        #expect(line.columns <= Int(columns) ?? 0, "\(lang): \(line)")
        #expect(!line.contains("report."), "\(line)")
        #expect(!line.hasSuffix(" "))
      }
      #expect(!report.text.contains { "█▌–·…".contains($0) })
    }
  }

  @Test func `JSON is one document and CSV has rows of one length that end with CRLF`()
    async throws
  {
    for kind in [
      "volumes", "heat", "resolution", "promises", "remedies", "steps", "overrides", "approvals",
      "clocks", "satisfaction", "follow_ups", "prevention", "departments", "overview", "mine",
    ] {
      let json = try await station.calmdesk("report", kind, "--json").document()
      #expect(json["report"]?.text == kind)
      #expect(json["cases"]?.number == (kind == "mine" ? 0 : 3))
      let csv = try await station.calmdesk("report", kind, "--csv")
      #expect(csv.code == 0)
      let rows = csv.text.split(separator: "\r\n")
      #expect(csv.text.hasSuffix("\r\n"))
      #expect(Set(rows.map { $0.count { $0 == "," } }).count == 1, "\(kind)")
    }
  }

  @Test func `days are whole, and what is no day is said`() async throws {
    let today = try await station.calmdesk(
      "report", "volumes", "--from", "2026-01-01", "--to", "2026-01-31", "--json")
    #expect(try today.document()["from"]?.text == "2026-01-01T00:00:00Z")
    #expect(try today.document()["to"]?.text == "2026-02-01T00:00:00Z")
    for (arguments, why) in [
      (["report", "--from", "yesterday"], "it must be a day such as 2026-11-01"),
      (["report", "--from", "2026-02-30"], "it must be a day such as 2026-11-01"),
      (
        ["report", "--from", "2026-02-02", "--to", "2026-02-01"],
        "“--to” must be later than “--from”."
      ),
      (["report", "--json", "--csv"], "Choose “--json” or “--csv”; not both."),
      (["report", "people"], "The value 'people' is invalid for '<kind>'."),
      (["register"], "Name a case such as C-1001, or choose “--csv” or “--json” for all."),
      (
        ["register", "C-1001", "--csv"],
        "A case is printed as a sheet; leave the reference out for the whole register."
      ),
    ] {
      let run = try await station.calmdesk(arguments)
      #expect(run.code == 64, "\(arguments)")
      #expect(run.complaint.contains(why), "\(run.complaint)")
    }
  }

  @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
  func `a sheet is eighty columns wide and ends with lines to sign`(lang: String) async throws {
    let sheet = try await station.calmdesk("register", "C-1002", "--lang", lang)
    #expect(sheet.code == 0)
    for line in sheet.lines {
      #expect(line.columns <= 80, "\(line)")
      #expect(!line.contains("register."), "\(line)")
    }
    #expect(sheet.lines.suffix(4).allSatisfy { $0.contains("____") })
  }

  @Test func `a role without the permission is refused, one without names sees none`()
    async throws
  {
    _ = try await station.calmdesk("people", "add", "mei")
    _ = try await station.calmdesk("people", "add", "lin", "--role", "auditor")
    for arguments in [["report"], ["register", "--csv"], ["register", "C-1001"], ["export"]] {
      let refused = try await station.calmdesk(arguments + ["--as", "mei"])
      #expect(refused.code == 77, "\(arguments)")
      #expect(refused.text == "")
      #expect(try await station.calmdesk(arguments + ["--as", "lin"]).code == 0)
    }
    #expect(try await station.calmdesk("report", "mine", "--as", "mei").code == 0)
    let lines = try await station.calmdesk("export", "--as", "lin").documents()
    #expect(lines.map { $0["ref"]?.text } == ["C-1001", "C-1002", "C-1003"])
    let register = try await station.calmdesk("register", "--json").document()
    #expect(register.items.count == 3)
  }

  @Test func `teams are kept until they are emptied`() async throws {
    _ = try await station.calmdesk(
      "people", "add", "mei", "--team", "East  wing", "--department", "服务部")
    _ = try await station.calmdesk("people", "add", "mei", "--name", "Mei")
    var mei = try await station.calmdesk("people", "--json").document().items
      .first { $0["id"]?.text == "mei" }
    #expect(mei?["team"]?.text == "East wing")
    #expect(mei?["department"]?.text == "服务部")
    _ = try await station.calmdesk("people", "add", "mei", "--team", "")
    mei = try await station.calmdesk("people", "--json").document().items
      .first { $0["id"]?.text == "mei" }
    #expect(mei?["team"]?.text == nil)
    #expect(mei?["department"]?.text == "服务部")
  }
}

extension String {
  /// Columns of a terminal: two for each Chinese sign.
  var columns: Int {
    unicodeScalars.reduce(0) { sum, scalar in
      let isWide =
        (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || (0x3000...0x303F).contains(scalar.value)
      return sum + (isWide ? 2 : 1)
    }
  }
}
