import Foundation
import Testing

/// Programs that are killed in the middle of anything.
@Suite struct KillTests {
  /// How many are killed; `CALMDESK_KILLS=200` looks longer.
  static let kills =
    ProcessInfo.processInfo.environment["CALMDESK_KILLS"].flatMap(Int.init) ?? 12

  private static let lines = 300

  /// Two programs at work on one case, one of them killed once words came back from it, or before.
  private static let script = """
    for p in 1 2; do "$0" do --desk "$1" <in.$p >out.$p 2>err.$p & eval "id$p=$!"; done
    if [ "$WAIT" = 1 ]; then
      while [ ! -s out.1 ] && kill -0 $id1 2>/dev/null; do sleep 0.005; done
    fi
    sleep "$PAUSE"; kill -9 $id1; sleep "$MORE"; kill -9 $id2; wait
    """

  @Test func `what was acknowledged before a kill is there, and nothing is there twice`()
    async throws
  {
    let station = try Station()
    let opened = try await station.calmdesk(
      "intake",
      input: #"{"channel":"chat","turns":[{"from":"customer","text":"Where is my order?"}]}"#)
    #expect(opened.code == 0)
    var acknowledged: Set<String> = []
    var sent: [String: String] = [:]
    var cut = 0
    for round in 0..<max(1, Self.kills / 2) {
      for program in 1...2 {
        let ids = (0..<Self.lines).map { "kill-\(round)-\(program)-\($0)" }
        let lines = ids.map {
          "{\"case\":\"C-1001\",\"do\":\"note\",\"text\":\"Note \($0)\",\"id\":\"\($0)\"}"
        }
        for (id, line) in zip(ids, lines) { sent[id] = line }
        try station.file("in.\(program)", lines.joined(separator: "\n") + "\n")
        try station.file("out.\(program)", "")
      }
      _ = try await station.shell(
        Self.script,
        environment: [
          "WAIT": round % 4 == 3 ? "0" : "1",
          "PAUSE": String(format: "%.3f", Double((round * 37) % 120) / 1_000),
          "MORE": String(format: "%.3f", Double((round * 53) % 60) / 1_000),
        ])
      for program in 1...2 {
        let file = station.folder.appendingPathComponent("out.\(program)").path
        let text = String(
          decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        // What was being said when the program died was not said.
        let whole = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for (number, answer) in whole.enumerated() {
          #expect(answer.contains(#""ok":true"#), "\(answer)")
          acknowledged.insert("kill-\(round)-\(program)-\(number)")
        }
        if whole.count < Self.lines { cut += 1 }
      }
    }
    #expect(cut > 0)
    #expect(!acknowledged.isEmpty)
    let stored = try await commands(station)
    #expect(acknowledged.isSubset(of: stored.keys), "\(acknowledged.subtracting(stored.keys))")
    #expect(stored.values.allSatisfy { $0 == 1 })
    let verified = try await station.calmdesk("verify")
    #expect(verified.code == 0, "\(verified.text)")
    // Who was not answered asks again, and whoever was carried out is not carried out twice.
    let again = sent.filter { !acknowledged.contains($0.key) }.prefix(200)
    let repeated = try await station.calmdesk(
      "do", input: again.map(\.value).joined(separator: "\n"))
    #expect(repeated.code == 0)
    let after = try await commands(station)
    #expect(again.allSatisfy { after[$0.key] == 1 })
    #expect(after.values.allSatisfy { $0 == 1 })
  }

  /// How often each command stands in the log.
  private func commands(_ station: Station) async throws -> [String: Int] {
    let log = try await station.calmdesk("case", "C-1001", "--events")
    #expect(log.code == 0)
    return try log.documents().compactMap { $0["command"]?.text }
      .filter { $0.hasPrefix("kill-") }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
