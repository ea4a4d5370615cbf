import Foundation
import Testing

/// The practice shift without a terminal: played and printed.
@Suite struct DemoTests {
  @Test(arguments: [
    ("en", "The shift that was played:", "closed (", "It was practice: nothing of it is kept."),
    ("zh-Hans", "演示的这一班：", "已结案（", "这只是练习，什么都没有留下。"),
    ("zh-Hant", "示範的這一班：", "已結案（", "這只是練習，什麼都不會留下。"),
  ])
  func `a played shift is printed, and every case of it settled`(
    _ language: String, _ title: String, _ closed: String, _ end: String
  ) async throws {
    let station = try Station()
    let run = try await station.calmdeskAlone(
      "demo", "--play", "--lang", language, "--seed", "2",
      environment: ["TMPDIR": station.folder.path])
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.complaint == "")
    #expect(run.dangers.isEmpty)
    #expect(run.lines.contains(title))
    #expect(run.lines.last == end)
    let summary = run.lines.drop { $0 != title }
    #expect(summary.count { $0.contains(closed) } == 5, "\(run.text)")
    // Five customers, each with their own words and ours.
    #expect(run.lines.count { $0.hasPrefix("C-") } == 5)
    #expect(run.lines.count { $0.hasPrefix("> ") } >= 12)
    let left = try FileManager.default.contentsOfDirectory(atPath: station.folder.path)
      .filter { $0.hasPrefix("calmdesk-practice") }
    #expect(left.isEmpty)
  }

  @Test func `the same seed prints the same words`() async throws {
    let station = try Station()
    func words(_ seed: String) async throws -> [String] {
      try await station.calmdeskAlone("demo", "--play", "--seed", seed).lines
        .filter { $0.hasPrefix("  ") && $0.contains("): ") }
    }
    let first = try await words("7")
    #expect(!first.isEmpty)
    #expect(try await words("7") == first)
  }

  @Test func `without a terminal it says what to do, and leaves nothing behind`() async throws {
    let station = try Station()
    let run = try await station.calmdeskAlone(
      "demo", environment: ["TMPDIR": station.folder.path])
    #expect(run.code == 66)
    #expect(
      run.complaints == [
        "calmdesk: The practice shift needs a terminal: open one and type “calmdesk demo”, or "
          + "print one that is already played with “calmdesk demo --play”."
      ])
    let left = try FileManager.default.contentsOfDirectory(atPath: station.folder.path)
      .filter { $0.hasPrefix("calmdesk-practice") }
    #expect(left.isEmpty)
    // A desk of one's own is not touched.
    #expect(
      !FileManager.default.fileExists(
        atPath: station.folder.appendingPathComponent("data/calmdesk").path))
  }
}
