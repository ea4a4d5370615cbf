import Foundation
import Testing
import Vocabulary

struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-21T23:12:48Z", 1_795_302_768_000),
    ("2026-11-22T07:12:48+08:00", 1_795_302_768_000),
    ("2026-11-21 18:12:48.250-05:00", 1_795_302_768_250), ("2024-02-29T12:00Z", 1_709_208_000_000),
    ("0000-01-01T00:00:00Z", -62_167_219_200_000), ("1969-12-31T23:59:59.999Z", -1),
    ("2016-12-31T23:59:60Z", 1_483_228_799_000),
  ])
  func `RFC 3339 names a time`(text: String, milliseconds: Int64) {
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "now", "2026-11-21", "2026-13-01T00:00Z", "2026-02-29T00:00Z", "1900-02-29T00:00Z",
    "2026-11-21T24:00Z", "2026-11-21T23:60Z", "2026-11-21T23:00", "2026-11-21T23:00:00.Z",
    "2026-11-21T23:00:00+8:00", "2026-11-21T23:00:00Z!", "２026-11-21T23:00:00Z",
    "-001-11-21T23:00:00Z", "2026-11-21T23:00:61Z", "2026-00-10T00:00Z", "2026-01-00T00:00Z",
  ])
  func `anything else names none`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `a time reads back as it was written, whatever it is`() throws {
    var random = SeededGenerator(seed: 7)
    let edges: [Int64] = [.min, .max, 0, -1, 1, -62_167_219_200_000, 253_402_300_799_999]
    for index in 0..<20_000 {
      let instant = Instant(
        milliseconds: index < edges.count
          ? edges[index]
          : Int64.random(in: -70_000_000_000_000...300_000_000_000_000, using: &random))
      let text = instant.description
      #expect(Instant(text) == instant, "\(text), seed 7, round \(index)")
    }
  }

  @Test func `what cannot be said becomes the nearest that can`() {
    #expect(Instant(milliseconds: .max).description == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .min).description == "0000-01-01T00:00:00Z")
    #expect(Instant(seconds: .max) == Instant(milliseconds: .max))
    #expect(Instant(seconds: .min) == Instant(milliseconds: .min))
    #expect(Instant(seconds: 0).adding(seconds: .max) == Instant(milliseconds: .max))
    #expect(Instant(seconds: 0).adding(seconds: .min) == Instant(milliseconds: .min))
    #expect(Instant("0000-01-01T00:00+23:59") == Instant(milliseconds: .min))
    #expect(Instant(Date(timeIntervalSince1970: .infinity)) == Instant(milliseconds: .max))
    #expect(Instant(Date(timeIntervalSince1970: -1e300)) == Instant(milliseconds: .min))
  }

  @Test func `seconds between two times have a sign`() {
    let early = Instant(milliseconds: 1_500)
    let late = Instant(milliseconds: 4_400)
    #expect(late.seconds(since: early) == 2)
    #expect(early.seconds(since: late) == -2)
    #expect(early < late)
    #expect(
      Instant(milliseconds: .max).seconds(since: Instant(milliseconds: .min)) == 315_569_519_999)
  }

  @Test func `a date gives the same time back to the millisecond`() {
    let instant = Instant(milliseconds: 1_795_302_768_250)
    #expect(Instant(instant.date) == instant)
  }

  @Test func `a document that names no time is refused with an example`() {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Instant.self, from: Data("\"soon\"".utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(context.debugDescription == "“soon” is no RFC 3339 time such as 2026-11-21T18:00:00Z.")
  }
}
