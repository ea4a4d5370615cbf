#if PostgreSQL
  import Console
  import Desk
  import DeskTesting
  import Foundation
  import Playbook
  import Session
  import Synchronization
  import Testing
  import Vocabulary
  import Workflow

  @testable import DeskPostgreSQL

  extension ServerTests {
    /// Consoles on a server that goes away and comes back.
    @Suite struct Offline {
      private let folder = NSTemporaryDirectory() + "calmdesk-offline-\(UUID().uuidString)"

      init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }

      /// A desk with a supervisor and two agents.
      private func place(on server: TestServer? = nil) throws -> TestDesk {
        let place = try TestDesk(
          permissions: Playbook.shipped.authority?.permissions ?? [:], on: server)
        try place.store.write { transaction in
          for (id, role) in [("sam", Role.supervisor), ("mei", .agent), ("ann", .agent)] {
            try transaction.put(Person(id: PersonID(id), name: id.capitalized, role: role))
          }
        }
        return place
      }

      private func desk(_ store: PostgreSQLStore) -> Desk {
        Desk(
          store: store, playbook: Playbook.shipped, now: { Instant(Date()) },
          sampled: { _ in false })
      }

      /// A customer writes, and mei takes the case.
      private func take(_ mei: Sitter, from sam: Desk) throws -> CaseRef {
        let ref = try sam.open(
          IntakeLine(
            external: nil, language: .en, customer: Customer(name: "Ms Reed"),
            turns: [.init(from: .customer, text: "Where is my parcel?", at: nil)]), by: "sam",
          command: CommandID(UUID().uuidString)
        ).ref
        mei.press("t")
        try mei.wait("the case") { $0.model.holdsOpenCase }
        return ref
      }

      private func said(_ ref: CaseRef, _ desk: Desk) throws -> [String] {
        try desk.find(ref).messages.filter { $0.from == .agent }.map(\.text)
      }

      @Test func `words outlive the server and the console, and arrive once, in order`() throws {
        let place = try place(on: TestServer())
        let sam = desk(place.store)
        let store = try place.store(as: "mei", patience: .seconds(2))
        var mei: Sitter? = try Sitter(at: desk(store), "mei", journal: folder)
        let ref = try take(#require(mei), from: sam)
        try place.server.stop()
        try mei?.wait("the mark") { $0.screen.contains("offline since") }
        try mei?.reply("I am looking for it.")
        try mei?.reply("I have found it.")
        mei?.press("n")
        mei?.type("half a no")
        try mei?.wait("the draft") { sitter in
          sitter.model.outgoing.count == 2 && sitter.screen.contains("2 queued")
            && Journal(folder: folder, desk: "test", person: "mei").kept[ref]?
              .contains("half a no") == true
        }
        // The console dies; another one is opened when the server is there again.
        mei = nil
        try place.server.start()
        let next = try Sitter(
          at: desk(try place.store(as: "mei", patience: .seconds(10))), "mei", journal: folder)
        try next.wait("the draft") { $0.model.drafts[ref, .note].editor.text == "half a no" }
        // The other desk has to find the server again, too.
        try next.wait("the words") { _ in (try? said(ref, sam))?.count == 2 }
        #expect(try said(ref, sam) == ["I am looking for it.", "I have found it."])
        try next.wait("an empty list") { $0.model.outgoing.isEmpty }
        try next.wait("the draft at the desk") { _ in
          (try? store.drafts(of: "mei"))?[ref]?.contains("half a no") == true
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count <= 1)
        #expect(try sam.verify().isEmpty)
        next.session.close(keeping: [:])
      }

      @Test func `words whose acknowledgement was lost are there once`() throws {
        let place = try place()
        let sam = desk(place.store)
        let relay = try Relay(to: place.server.folder + "/.s.PGSQL.5432")
        let store = try PostgreSQLStore.open(
          url: "postgresql://mei@/\(place.database)?host=\(relay.folder)", patience: .seconds(2))
        let mei = try Sitter(at: desk(store), "mei", journal: folder)
        let ref = try take(mei, from: sam)
        // With the first words the line learns the statements.
        try mei.reply("One moment.")
        relay.cutsAfterNextCommit(andCloses: true)
        try mei.reply("I have found it.")
        try mei.wait("the queue") { $0.model.outgoing.map(\.state) == [.trying] }
        #expect(mei.screen.contains("may have gone"))
        #expect(try said(ref, sam) == ["One moment.", "I have found it."])
        mei.press("ctrl-z")
        #expect(mei.model.outgoing.map(\.state) == [.trying])
        try relay.open()
        try mei.wait("an empty list") { $0.model.outgoing.isEmpty && $0.model.staleSince == nil }
        #expect(try said(ref, sam) == ["One moment.", "I have found it."])
        #expect(try sam.verify().isEmpty)
        mei.session.close(keeping: [:])
      }

      @Test func `words for a case that was taken over come back to their author`() throws {
        let place = try place()
        let sam = desk(place.store)
        let relay = try Relay(to: place.server.folder + "/.s.PGSQL.5432")
        let store = try PostgreSQLStore.open(
          url: "postgresql://mei@/\(place.database)?host=\(relay.folder)", patience: .seconds(2))
        let mei = try Sitter(at: desk(store), "mei", journal: folder)
        let ref = try take(mei, from: sam)
        relay.close()
        try mei.wait("the mark") { $0.model.staleSince != nil }
        try mei.reply("I am looking for it.")
        _ = try sam.perform(
          DeskRequest(
            by: "sam", ref: ref,
            envelope: CommandEnvelope(id: "over", command: .takeOver(reason: "Mei is cut off"))))
        try relay.open()
        try mei.wait("the answer") { $0.screen.contains("1 not sent") }
        #expect(mei.screen.contains("Sam has it now"), "\(mei.screen)")
        #expect(try said(ref, sam).isEmpty)
        mei.press("Q", "1")
        try mei.wait("the draft") { $0.model.outgoing.isEmpty }
        #expect(mei.model.drafts[ref, .reply].editor.text == "I am looking for it.")
        try mei.wait("the draft at the desk") { _ in
          try store.drafts(of: "mei")[ref] == "I am looking for it."
        }
        mei.session.close(keeping: [:])
      }

      @Test func `a console that was cut off for a minute loses its chats, and says so`() throws {
        let place = try place()
        let sam = desk(place.store)
        let relay = try Relay(to: place.server.folder + "/.s.PGSQL.5432")
        let store = try PostgreSQLStore.open(
          url: "postgresql://mei@/\(place.database)?host=\(relay.folder)", patience: .seconds(2))
        let mei = try Sitter(at: desk(store), "mei", journal: folder)
        let time = OwnTime()
        let ann = try Sitter(
          at: desk(try place.store(as: "ann")), "ann", journal: folder, monotonic: { time.now })
        let ref = try take(mei, from: sam)
        try ann.wait("a look at the board") { ann in
          time.pass(1)
          return ann.model.present?.contains { $0.person == "mei" } == true
        }
        relay.close()
        try mei.wait("the mark") { $0.model.staleSince != nil }
        try mei.reply("I am looking for it.")
        // The server has its own idea of time; no test waits for it.
        try place.line(as: "sam").run(
          """
          UPDATE calmdesk.sittings SET moved_at = clock_timestamp() - interval '46 seconds'
          WHERE person = 'mei'
          """)
        try ann.wait("the case in the queue") { _ in
          time.pass(1)
          return try sam.find(ref).handler == nil
        }
        #expect(time.now >= .seconds(60))
        try relay.open()
        try mei.wait("what went") { $0.model.mine.isEmpty && $0.model.staleSince == nil }
        try mei.wait("what was not sent") { $0.screen.contains("1 not sent") }
        try mei.wait("why") { $0.screen.contains("it is back in the queue") }
        #expect(try said(ref, sam).isEmpty)
        for sitter in [mei, ann] { sitter.session.close(keeping: [:]) }
      }

      /// Time that is stepped by hand.
      private final class OwnTime: Sendable {
        private let passed = Mutex(Duration.zero)
        var now: Duration { passed.withLock { $0 } }
        func pass(_ seconds: Int) { passed.withLock { $0 += .seconds(seconds) } }
      }
    }
  }

  extension Journal {
    /// The drafts in the file, by somebody who has not looked before.
    fileprivate var kept: [CaseRef: String] { (try? refresh().drafts) ?? [:] }
  }
#endif
