import Testing
import Vocabulary
import Workflow

/// A case whose holder is no longer heard of, and a case that somebody watches.
@Suite struct LapseTests {
  @Test func `a lapsed case is free, still its owner's, and says whose it was`() throws {
    var story = try Story()
    try story.hears("Where is my parcel?")
    let events = try story.act(.lapse, by: .desk, epoch: story.current.epoch)
    #expect(events == [.lapsed(from: "mei")])
    #expect(story.current.handler == nil)
    #expect(story.current.owner == "mei")
    #expect(story.current.lapse == Lapse(from: "mei", at: story.now))
    try story.act(.claim)
    #expect(story.current.lapse == nil)
  }

  @Test func `a newer claim stays, and a second lapse finds nothing to take`() throws {
    var story = try Story()
    let old = story.current.epoch
    try story.act(.release)
    try story.act(.claim, by: .tom)
    #expect(story.refusal(of: .lapse, by: .desk, epoch: old)?.gate == .claim)
    #expect(story.current.handler == "tom")
    try story.act(.lapse, by: .desk, epoch: story.current.epoch)
    #expect(try story.act(.lapse, by: .desk, epoch: story.current.epoch).isEmpty)
    // Whoever else takes it does not hide from the first that it went.
    try story.act(.claim, by: .mei)
    #expect(story.current.lapse?.from == "tom")
  }

  @Test func `a call is never taken, and nobody but the desk takes anything`() throws {
    var call = try Story(on: .phone)
    #expect(try call.act(.lapse, by: .desk).isEmpty)
    #expect(call.current.handler == "mei")
    let chat = try Story()
    for person in [Colleague.mei, .tom, .ana] {
      #expect(chat.refusal(of: .lapse, by: person)?.gate == .role)
    }
  }

  @Test func `what was offered and asked for ends with the lapse`() throws {
    var story = try Story()
    try story.act(.raiseHand(words: ""))
    try story.act(.transfer(to: "tom"))
    try story.act(.lapse, by: .desk)
    #expect(story.current.offeredTo == nil)
    #expect(story.current.hand == nil)
    #expect(story.refusal(of: .accept, by: .tom) != nil)
  }

  @Test func `who was asked may say no, nobody else, and may be asked again`() throws {
    var story = try Story()
    #expect(story.refusal(of: .decline, by: .tom)?.gate == .premise)
    try story.act(.transfer(to: "tom"))
    #expect(story.refusal(of: .decline, by: .lin)?.gate == .premise)
    #expect(try story.act(.decline, by: .tom) == [.transferDeclined(by: "tom")])
    #expect(story.current.handler == "mei")
    #expect(story.current.declinedBy == "tom")
    #expect(story.refusal(of: .accept, by: .tom)?.gate == .premise)
    try story.act(.transfer(to: "tom"))
    #expect(story.current.declinedBy == nil)
    try story.act(.accept, by: .tom)
    #expect(story.current.handler == "tom")
  }

  @Test func `a supervisor who looks on is recorded, at most once an hour`() throws {
    var story = try Story()
    let touched = story.current.touchedAt
    story.wait(60)
    #expect(try story.act(.watch, by: .ana) == [.watched(by: Colleague.ana.id)])
    #expect(story.current.touchedAt == touched)
    story.wait(3_599)
    #expect(try story.act(.watch, by: .ana).isEmpty)
    story.wait(1)
    #expect(try story.act(.watch, by: .ana).count == 1)
    #expect(story.current.watches == [Watch(by: Colleague.ana.id, at: story.now)])
  }

  @Test func `colleagues look, holders work, and nobody is watched in a free case`() throws {
    var story = try Story()
    #expect(try story.act(.watch, by: .tom).isEmpty)
    #expect(try story.act(.watch, by: .mei).isEmpty)
    try story.act(.release)
    #expect(try story.act(.watch, by: .ana).isEmpty)
    try story.act(.claim, by: .ana)
    #expect(try story.act(.watch, by: .ana).isEmpty)
  }
}
