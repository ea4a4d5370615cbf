import Foundation
import Testing

/// What `calmdesk verify` says, and how it ends.
@Suite struct VerifyTests {
  private static let case1 = """
    {"channel":"chat","lang":"en","customer":{"name":"Ms Reed"},\
    "turns":[{"from":"customer","text":"Where is my order?"}]}
    """

  @Test func `an event that nobody of the desk wrote is named, and ends with 65`() async throws {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: Self.case1)
    let claimed = try await station.calmdesk("do", input: #"{"case":"C-1001","do":"claim"}"#)
    #expect(claimed.code == 0)
    let sound = try await station.calmdesk("verify")
    #expect(sound.code == 0)
    #expect(sound.lines.last?.hasSuffix("sound, 1 cases.") == true)
    try OtherProgram(at: station.desk).run("UPDATE events SET actor = 'eve' WHERE version = 3")
    let forged = try await station.calmdesk("verify")
    #expect(forged.code == 65)
    #expect(
      forged.lines == [
        "Case C-1001: version 3, “claimed” by eve, is by nobody who was ever at this desk."
      ])
  }

  @Test func `a clock that was wrong is a note, and a fault to those who are strict`() async throws
  {
    let station = try Station()
    _ = try await station.calmdesk("intake", input: Self.case1)
    let wrong = try await station.calmdesk(
      "do", "--now", "2126-11-23T09:00:00Z",
      input: #"{"case":"C-1001","do":"note","text":"Rang."}"#)
    #expect(wrong.code == 0)
    let told = try await station.calmdesk("verify")
    #expect(told.code == 0)
    #expect(told.text.hasPrefix("Note: Case C-1001: version 3, “noted” by "))
    #expect(told.text.contains("ahead of now"))
    #expect(try await station.calmdesk("verify", "--strict").code == 65)
  }
}
