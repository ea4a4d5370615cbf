import Foundation
import Testing

/// A slip in a playbook is named by file and line, and what lies below it stays in force.
@Suite struct BadPlaybookTests {
  /// What is laid over the shipped playbook, and what is said of it.
  struct Slip: Sendable, CustomTestStringConvertible {
    let file: String
    let contents: String
    let line: Int
    let words: [String]

    var testDescription: String { "\(file): \(words.joined(separator: " "))" }
  }

  static let slips = [
    Slip(
      file: "procedures/short.yaml",
      contents: """
        id: short
        name: {en: Short, zh-Hans: 短, zh-Hant: 短}
        purpose: {en: Short, zh-Hans: 短, zh-Hant: 短}
        stepz: []
        """, line: 4, words: ["stepz", "steps"]),
    Slip(
      file: "remedies/remedies.yaml",
      contents: """
        remedies:
          - id: tea
            kind: care
            name: {en: Tea, zh-Hans: 茶}
            what: {en: a tea, zh-Hans: 一杯茶, zh-Hant: 一杯茶}
        """, line: 4, words: ["tea", "zh-Hant"]),
    Slip(
      file: "procedures/house.yaml",
      contents: """
        gates:
          - id: extra
            on: [close]
            strength: advice
            when: {fields: [problem, shoe_size]}
            words: {en: Extra, zh-Hans: 另, zh-Hant: 另}
        """, line: 5, words: ["extra", "shoe_size"]),
    Slip(
      file: "authority/reasons.yaml",
      contents: """
        reasons:
          - id: hurry
            words: {en: In a hurry, zh-Hans: 赶时间, zh-Hant: 趕時間}
          - id: hurry
            words: {en: Again, zh-Hans: 又, zh-Hant: 又}
        """, line: 4, words: ["hurry"]),
    Slip(file: "clocks/clocks.yaml", contents: "respond: [\n", line: 2, words: []),
    Slip(
      file: "phrases/en.yaml", contents: "listening.reed_all: \"I've read it.\"\n", line: 1,
      words: ["listening.reed_all", "listening.read_all"]),
  ]

  @Test(arguments: slips) func `a slip is named with its file and line`(slip: Slip) async throws {
    let station = try Station()
    let file = try station.file("ours/" + slip.file, slip.contents)
    let checked = try await station.calmdeskAlone("playbook", "check", "--playbook", "ours")
    #expect(checked.code == 65)
    let named = checked.lines.filter { $0.contains(slip.file) }
    let place = "ours/\(slip.file), line \(slip.line): "
    let found = named.first { line in
      line.hasPrefix(place) && slip.words.allSatisfy(line.contains)
    }
    #expect(found != nil, "\(checked.text)")
    // The desk works on by what is sound.
    let opened = try await station.calmdesk(
      "intake", "--playbook", "ours", input: try Conversation("Where is it?").line)
    #expect(opened.lines == ["C-1001"], "\(file): \(opened.complaint)")
  }

  @Test func `what is no UTF-8, and what is no folder, is named too`() async throws {
    let station = try Station()
    try station.file("ours/locales/en.yaml", Data([0x61, 0x3A, 0x20, 0xFF, 0x0A]))
    let checked = try await station.calmdeskAlone("playbook", "check", "--playbook", "ours")
    #expect(checked.code == 65)
    #expect(
      checked.lines.contains(
        "ours/locales/en.yaml: The file is not UTF-8 text; save it as UTF-8."),
      "\(checked.text)")
    for (option, environment) in [
      (["--playbook", "nowhere"], [:]), ([], ["CALMDESK_PLAYBOOK": "nowhere"]),
    ] as [([String], [String: String])] {
      let run = try await station.calmdesk(["queue"] + option, environment: environment)
      #expect(run.code == 66)
      let name = option.first ?? "CALMDESK_PLAYBOOK"
      #expect(
        run.complaint == "calmdesk: \(name) names “nowhere”, which is no folder; name the folder "
          + "that holds procedures/, phrases/ or another part of a playbook.\n")
    }
  }

  @Test func `the shipped playbook is sound`() async throws {
    let checked = try await Station().calmdeskAlone("playbook", "check")
    #expect(checked.code == 0, "\(checked.text)")
    #expect(checked.lines.count == 1)
    #expect(checked.text.hasPrefix("The playbook is sound: 7 procedures, "))
  }

  @Test func `words nobody says are warned of and are no failure`() async throws {
    let station = try Station()
    try station.file(
      "ours/phrases/en.yaml", "# ours\nlistening.go_on: \"Kindly go on, dear customer.\"\n")
    let checked = try await station.calmdeskAlone("playbook", "check", "--playbook", "ours")
    #expect(checked.code == 0, "\(checked.text)")
    let place = "warning: ours/phrases/en.yaml, line 2: "
    #expect(checked.lines.dropLast().count == 2, "\(checked.text)")
    #expect(checked.lines.dropLast().allSatisfy { $0.hasPrefix(place) }, "\(checked.text)")
    #expect(checked.lines.last?.hasSuffix("; 2 warnings.") == true, "\(checked.text)")
  }

  @Test func `an overlay's own words reach the agent`() async throws {
    let station = try Station()
    try station.file("ours/phrases/en.yaml", "listening.go_on: \"Go on, I've got you.\"\n")
    let shown = try await station.calmdeskAlone(
      "playbook", "show", "listening", "--playbook", "ours")
    #expect(shown.lines.contains { $0.hasSuffix("Go on, I've got you.") })
    let home = try await station.calmdeskAlone(
      "playbook", "show", "listening", environment: ["CALMDESK_PLAYBOOK": "ours"])
    #expect(home.text == shown.text)
  }
}
