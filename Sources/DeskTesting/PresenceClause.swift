package import Desk
import Testing
import Vocabulary

/// One thing that every board must do, tried on one that is still empty.
package struct PresenceClause: Sendable, CustomTestStringConvertible {
  /// What the board must do, in words.
  package let name: String
  /// Tries it; records an issue for everything that does not hold.
  package let check: @Sendable (any PresenceBoard) throws -> Void

  private init(_ name: String, _ check: @escaping @Sendable (any PresenceBoard) throws -> Void) {
    self.name = name
    self.check = check
  }

  package var testDescription: String { name }

  /// A sitting of mei's.
  private static func mei(_ counter: Int64 = 1) -> Presence {
    Presence(
      sitting: "mei-1", person: "mei", place: "desk-7/4711", counter: counter,
      whereabouts: Whereabouts(
        looking: "C-1001", typing: "C-1001", status: .away,
        statusSince: Instant(milliseconds: 1_795_255_200_000)))
  }

  /// Everything there is to hold.
  package static let all = [
    PresenceClause("an empty board has nobody on it") { board in
      let nobody = try board.all()
      #expect(nobody.isEmpty)
    },
    PresenceClause("what a sitting says is read as it was said, the last word alone") { board in
      try board.put(Presence(sitting: "mei-1", person: "mei"))
      try board.put(mei(2))
      #expect(try board.all() == [mei(2)])
      var gone = mei(3)
      gone.whereabouts = Whereabouts()
      gone.hasLeft = true
      try board.put(gone)
      #expect(try board.all() == [gone])
    },
    PresenceClause("every status is kept") { board in
      for (counter, status) in AgentStatus.allCases.enumerated() {
        var presence = mei(Int64(counter) + 1)
        presence.whereabouts.status = status
        try board.put(presence)
        #expect(try board.all() == [presence])
      }
    },
    PresenceClause("a person may sit in several places, in the order of the sittings") { board in
      let second = Presence(sitting: "mei-2", person: "mei", counter: 9)
      try board.put(second)
      try board.put(mei())
      #expect(try board.all() == [mei(), second])
    },
    PresenceClause("a sitting that is over is cleared away, one that spoke since is not") { board in
      try board.put(mei(1))
      try board.put(mei(2))
      try board.clear(mei(1))
      #expect(try board.all() == [mei(2)])
      var over = mei(3)
      over.hasLeft = true
      try board.put(over)
      try board.clear(over)
      #expect(try board.all().isEmpty)
      try board.clear(over)
      try board.put(mei(4))
      #expect(try board.all() == [mei(4)])
    },
  ]
}
