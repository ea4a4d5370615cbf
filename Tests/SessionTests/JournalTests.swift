import Console
import Desk
import Foundation
import Testing
import Vocabulary
import Workflow

@testable import Session

/// The file in which words wait.
@Suite struct JournalTests {
  private let folder: Folder

  /// A folder of one test's own.
  private final class Folder {
    let path = NSTemporaryDirectory() + "calmdesk-journal-\(UUID().uuidString)"
    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  init() throws { folder = try Folder() }

  private func journal(_ person: PersonID = "mei") -> Journal {
    Journal(folder: folder.path, desk: "postgresql://sam@desk.example/shift", person: person)
  }

  private static func entry(_ number: Int, _ command: CaseCommand? = nil) -> Outgoing {
    Outgoing(
      ref: "C-1001",
      envelope: CommandEnvelope(
        id: CommandID("w-\(number)"), command: command ?? .note(text: "Words \(number)\nand more"),
        epoch: 3, override: .digit(2)), at: Instant(milliseconds: 1_795_255_200_000))
  }

  /// One of every record, with everything in it that can be.
  private static let records: [JournalRecord] = [
    .queued(
      entry(
        1,
        .send(
          Draft(
            text: "到明天下午 6 點 🙂", phrases: ["offer.help"],
            promises: [
              DraftPromise(what: "a call", due: Instant(milliseconds: 1_795_255_260_000))
            ], isPublic: false)))),
    .queued(
      Outgoing(
        ref: "C-1002",
        envelope: CommandEnvelope(
          id: "w-2", command: .say(Draft(text: "Yes.")), override: .words("they asked")),
        at: Instant(milliseconds: 5))),
    .queued(entry(3, .receive(text: "Where is it?", spoken: true, isPublic: nil))),
    .queued(entry(4)), .trying("w-1"), .waits("w-1"), .trying("w-1"), .sent("w-1"),
    .notSent("w-2", why: "Ann has it."), .notSent("w-3", why: nil), .forgotten("w-3"),
    .draft("C-1003", "Dear\u{1E}note:x"), .draft("C-1004", ""), .stored("C-1004", ""),
  ]

  @Test(arguments: records.indices)
  func `a record is read as it was written`(index: Int) throws {
    let record = Self.records[index]
    let line = try record.line
    #expect(!line.contains(UInt8(ascii: "\n")))
    #expect(JournalRecord(line: line) == record)
  }

  @Test func `what was written is there for the next console, and for nobody else`() throws {
    let first = journal()
    try first.write { _ in Self.records }
    #expect(try journal().refresh() == first.outbox)
    #expect(first.outbox.entries.map(\.id) == ["w-2", "w-4"])
    #expect(first.outbox.drafts == ["C-1003": "Dear\u{1E}note:x"])
    let rights = try FileManager.default.attributesOfItem(atPath: first.path)[.posixPermissions]
    #expect(rights as? Int == 0o600)
    #expect(journal("ann").path != first.path)
    #expect(try journal("ann").refresh().isEmpty)
  }

  @Test func `the file goes when nothing is left in it`() throws {
    let journal = journal()
    try journal.write { _ in [.queued(Self.entry(1))] }
    #expect(FileManager.default.fileExists(atPath: journal.path))
    try journal.write { _ in [.trying("w-1"), .sent("w-1")] }
    #expect(!FileManager.default.fileExists(atPath: journal.path))
    try journal.write { _ in [.queued(Self.entry(2))] }
    #expect(try self.journal().refresh().entries.map(\.id) == ["w-2"])
  }

  @Test func `cut anywhere, the file holds the records that were whole, and goes on`() throws {
    let journal = journal()
    try journal.write { _ in Self.records }
    let whole = try Data(contentsOf: URL(fileURLWithPath: journal.path))
    for length in stride(from: 0, to: whole.count, by: 7) {
      let cut = whole.prefix(length)
      try cut.write(to: URL(fileURLWithPath: journal.path))
      let lines = cut.count { $0 == UInt8(ascii: "\n") }
      var expected = Outbox()
      for record in Self.records.prefix(lines) { expected.apply(record) }
      let next = self.journal()
      #expect(try next.refresh() == expected, "cut at \(length)")
      try cut.write(to: URL(fileURLWithPath: journal.path))
      try next.write { _ in [.queued(Self.entry(99))] }
      expected.apply(.queued(Self.entry(99)))
      #expect(try self.journal().refresh() == expected, "cut at \(length)")
    }
  }

  @Test func `two consoles of one person see each other's words, and one sends`() throws {
    let (first, second) = (journal(), journal())
    try first.write { _ in [.queued(Self.entry(1))] }
    try second.write { _ in [.queued(Self.entry(2))] }
    #expect(try first.refresh().entries.map(\.id) == ["w-1", "w-2"])
    let sent = try first.sending {
      #expect(try second.sending { true } == nil)
      try first.write { _ in [.trying("w-1"), .sent("w-1")] }
      return true
    }
    #expect(sent == true)
    #expect(try second.refresh().entries.map(\.id) == ["w-2"])
    #expect(try second.sending { true } == true)
  }

  @Test func `a long outage does not fill the disk`() throws {
    let journal = journal()
    let text = String(repeating: "words ", count: 500)
    for number in 0..<300 { try journal.write { _ in [.draft("C-1001", text + "\(number)")] } }
    let size = try FileManager.default.attributesOfItem(atPath: journal.path)[.size] as? Int
    #expect(size.map { $0 < 300_000 } == true)
    #expect(try self.journal().refresh().drafts == ["C-1001": text + "299"])
  }

  @Test func `where nothing can be written, that is said with the remedy`() throws {
    let journal = Journal(folder: folder.path + "/none", desk: "d", person: "mei")
    let trouble = #expect(throws: Journal.Trouble.self) {
      try journal.write { _ in [.queued(Self.entry(1))] }
    }
    #expect(
      trouble?.description
        == "What you wrote could not be kept in \(journal.path): No such file or directory. It is "
        + "still in the composer; make room there, or make the folder writable.")
  }

  @Test func `waits grow, are spread, and begin anew`() {
    var backoff = Backoff(from: .milliseconds(100), to: .seconds(1))
    #expect(backoff.next(1) == .milliseconds(100))
    #expect(backoff.next(0) == .milliseconds(100))
    #expect((0..<5).map { _ in backoff.next(1) }.last == .seconds(1))
    backoff.reset()
    #expect(backoff.next(0.5) == .milliseconds(75))
  }
}
