import Vocabulary
import Workflow

/// What may hurt in the words being written, as far as it is still worth saying.
struct ToneGuard: Equatable, Sendable {
  /// The words that were last given away to be read.
  private(set) var asked: Asked?
  /// What was found in the words on the screen.
  private(set) var reading: DraftReading?
  /// In how many drafts a wording was shown, by case.
  private var seen: [CaseRef: [Wording: Int]] = [:]
  /// The wordings shown in the draft a case has now, so that each counts once.
  private var counted: [CaseRef: Set<Wording>] = [:]

  /// Words that were found, and what they are. It is the wording that an agent has made up their
  /// mind about, and not its kind: another sentence that passes the work back hurts anew.
  private struct Wording: Hashable, Sendable {
    var kind: String
    var words: String

    init(_ mark: DraftMark) {
      kind = mark.finding.kind
      words = mark.words.lowercased()
    }
  }

  /// Who is told the same thing more often stops reading it.
  static let mostSights = 2

  /// Which words were given away.
  struct Asked: Equatable, Sendable {
    var ref: CaseRef
    var mode: ComposerMode
    var revision: Int
    var version: Int
    var isPublic: Bool?
  }

  /// Notes that words are being read.
  mutating func ask(_ asked: Asked) {
    if asked.ref != self.asked?.ref || asked.mode != self.asked?.mode { reading = nil }
    self.asked = asked
  }

  /// No words are on the screen that the guard has anything to say to.
  mutating func rest() {
    asked = nil
    reading = nil
  }

  /// The draft of a case is empty or sent: the next one is another draft.
  mutating func begin(_ ref: CaseRef) { counted[ref] = nil }

  /// Takes a reading in, unless other words were given away since.
  ///
  /// - Returns: whether anything changed that can be seen.
  mutating func take(_ new: DraftReading) -> Bool {
    guard let asked, asked.ref == new.ref, asked.mode == new.mode,
      asked.revision == new.revision
    else { return false }
    let before = (shown, reading?.unresolved ?? [])
    reading = new
    for mark in new.marks where mark.finding.strength == .advice {
      let wording = Wording(mark)
      if counted[new.ref, default: []].insert(wording).inserted {
        seen[new.ref, default: [:]][wording, default: 0] += 1
      }
    }
    return before.0 != shown || before.1 != new.unresolved
  }

  /// What is worth saying: everything that holds, and advice on words that was not given twice
  /// already; what holds comes first.
  var shown: [DraftMark] {
    guard let reading else { return [] }
    let worth = reading.marks.filter { mark in
      mark.finding.strength == .hold
        || seen[reading.ref]?[Wording(mark)] ?? 0 <= ToneGuard.mostSights
    }
    return worth.filter { $0.finding.strength == .hold }
      + worth.filter { $0.finding.strength != .hold }
  }
}
