import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// A promise that the agent made in words of their own.
struct ReadPromise: Equatable, Sendable {
  /// What was promised, without the words that say until when.
  var what: String
  var due: Instant
  /// The words that say until when.
  var words: String
}

/// Promises in words of one's own: read, shown, and made clocks of with a key.
extension Model {
  /// The newest dated promise read in our last few messages that no clock runs for yet; nil for none.
  func readPromise(_ open: OpenCase) -> ReadPromise? {
    open.ownPromise.flatMap { $0.due > now ? $0 : nil }
  }

  /// Reads our last few messages for a promise; once a change, for it takes longer than a key may.
  ///
  /// A phrase brings its promise along when it is sent; words of one's own are read, and proposed.
  mutating func findOwnPromise() {
    let found = open.flatMap(ownPromise)
    open?.ownPromise = found
  }

  private func ownPromise(_ open: OpenCase) -> ReadPromise? {
    let current = open.current
    guard current.state != .closed, current.handler == sitting.person.id else { return nil }
    let ours = current.messages.reversed().lazy.filter {
      $0.reachesCustomer && !$0.isHistory && !$0.retracted && $0.by == sitting.person.id
    }
    return ours.prefix(Model.messagesReadForPromises).compactMap { readPromise(in: $0, open) }.first
  }

  private static let messagesReadForPromises = 4
  /// A clock so close to what was read runs for it, in seconds: for “tomorrow morning” the ten o'clock
  /// that was filed, for “half six” no other.
  private static func sameTime(_ found: TimeFinder.Found) -> Int64 {
    found.isVague ? 4 * 3_600 : 15 * 60
  }

  private func readPromise(in message: CaseMessage, _ open: OpenCase) -> ReadPromise? {
    let current = open.current
    guard !current.commitments.contains(where: { $0.message == message.number }),
      let reading = open.conversation.readings.last(where: { $0.message == message.number })?.agent
    else { return nil }
    // What is on the table becomes a promise once it is taken.
    let clocked =
      current.commitments.map(\.due) + current.followUps.map(\.due)
      + (current.plan?.options.compactMap(\.due) ?? [])
    func isClocked(_ found: TimeFinder.Found) -> Bool {
      clocked.contains { abs($0.seconds(since: found.due)) <= Model.sameTime(found) }
    }
    let promised = reading.said.filter { $0.act == .promise }.map {
      Promised(
        sentence: message.text.sentence(around: $0.span),
        parts: message.text.clause(around: $0.span).parts)
    }
    let named = message.text.sentences.flatMap { sentence in
      times(in: sentence, of: message, promised.filter { $0.sentence == sentence })
    }
    // The order they stand in decides among equals.
    let best = named.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return best.lazy.map(\.element).first { !isClocked($0.found) }.map {
      ReadPromise(what: $0.what, due: $0.found.due, words: $0.found.words)
    }
  }

  /// A sentence that promises, and the parts of it that do.
  private struct Promised {
    var sentence: String
    var parts: [String]
  }

  /// A time in a message that may be a promise's.
  private struct NamedTime {
    var found: TimeFinder.Found
    var what: String
    var rank: Rank
  }

  /// How much speaks for a time, the best first.
  private enum Rank: Int, Comparable {
    /// By when we do it.
    case deadlineOfOurs
    /// By when, or when we do it, in a sentence that promises.
    case promised
    /// A sentence that promises names it.
    case beside
    /// By its words alone nothing was promised; it says by when, or what we will do.
    case unread

    static func < (one: Rank, two: Rank) -> Bool { one.rawValue < two.rawValue }
  }

  /// The times in a sentence that may be a promise's: that by which we do something before one that
  /// only stands beside it, and beside either no bare day (“I'm asking today; you'll have it by 5”).
  private func times(
    in sentence: String, of message: CaseMessage, _ promised: [Promised]
  ) -> [NamedTime] {
    let own = Set(promised.flatMap(\.parts))
    let isPromise = !promised.isEmpty
    guard isPromise || sentence.saysWhatComes else { return [] }
    var named: [NamedTime] = []
    for part in sentence.parts {
      let isOurs = own.contains(part) || part.saysWhatWeDo
      for found in TimeFinder.all(in: part, now: message.at, timeZone: sitting.timeZone)
      where found.due > now {
        let rank: Rank
        switch (found.isDeadline, isOurs, isPromise) {
        case (true, true, true): rank = .deadlineOfOurs
        case (true, false, true), (false, true, true): rank = .promised
        case (false, false, true): rank = .beside
        case (true, _, false): rank = .unread
        case (false, _, false):
          guard part.saysWhatComes else { continue }
          rank = .unread
        }
        let rest = part.without(found.words)
        let what =
          rest != part && rest.count >= 4
          ? rest : sentence.clause(holding: found.words).without(found.words)
        named.append(NamedTime(found: found, what: String(what.prefix(200)), rank: rank))
      }
    }
    let best = named.map(\.rank).min()
    if let best, best < .beside { named.removeAll { $0.rank == .beside } }
    if best == .deadlineOfOurs { named.removeAll { $0.found.isVague && !$0.found.isDeadline } }
    return named
  }

  /// A promise in words of one's own, and the key that makes a clock of it.
  func readPromiseLine(_ open: OpenCase) -> StyledLine? {
    readPromise(open).map {
      StyledLine(
        [StyledPiece(text("conversation.promise_read", ["words": $0.words]), Style(.warning))],
        trailing: StyledPiece(keyHint(.promise).trimmingBlanks, Style(.key).bold))
    }
  }
}

extension String {
  /// The part between colons that holds some words, where one does; all of it otherwise.
  fileprivate func clause(holding words: String) -> String {
    let spelt = replacing("：", with: ": ").split(separator: ": ")
    let found = spelt.last { $0.contains(words) }
    return found.map { String($0).trimmingBlanks } ?? self
  }

  /// The words without those that say until when: read on another day, “today” would be wrong.
  fileprivate func without(_ time: String) -> String {
    guard let place = firstRange(of: time) else { return self }
    let before = String(self[..<place.lowerBound]).trimmingBlanks
    var after = String(self[place.upperBound...]).trimmingBlanks
    for particle in ["前", "之前", "以前"] where after.hasPrefix(particle) {
      after.removeFirst(particle.count)
    }
    let ends = before.split(separator: " ").last.map(String.init) ?? ""
    let kept =
      ["by", "before", "at", "on", "in", "within"].contains(ends)
      ? String(before.dropLast(ends.count)).trimmingBlanks : before
    let isSpaced =
      kept.last?.isASCII == true && after.first.map { $0.isASCII && $0.isLetter } == true
    let whole = kept + (isSpaced ? " " : "") + after
    return whole.trimmingBlanks.trimmingMarks.isEmpty ? self : whole.trimmingMarks
  }

  /// Without commas and their like at either end.
  private var trimmingMarks: String {
    let marks: Set<Character> = [",", "，", "、", " ", ";", "；"]
    return String(drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
  }

  /// The sentence that a stretch counted in Unicode scalars stands in, its closing mark left out.
  fileprivate func sentence(around span: TextSpan) -> String { part(around: span, endingAt: "") }

  /// The part of that sentence between the commas on either side of a stretch.
  fileprivate func clause(around span: TextSpan) -> String { part(around: span, endingAt: ",，、") }

  /// What stands between commas, and on either side of “and I'll”.
  fileprivate var parts: [String] {
    var parts = split { ",，、".contains($0) }.map { String($0).trimmingBlanks }
    for joint in [
      " and I'll ", " and I’ll ", " and I will ", " and we'll ", " and you'll ", " and you’ll ",
    ] {
      parts = parts.flatMap { part in
        part.split(separator: joint).enumerated().map { place, words in
          String(place > 0 ? joint.dropFirst(5) : "") + words
        }
      }
    }
    return parts.map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
  }

  /// Whether it begins as a promise of ours does, or says what they will have from us.
  fileprivate var saysWhatWeDo: Bool {
    let plain = lowercased().replacing("’", with: "'")
    return contains("我")
      || ["给您", "給您", "回您", "告诉您", "告訴您", "联系您", "聯絡您"].contains(where: contains)
      || ["i'll ", "i will ", "we'll ", "we will ", "you'll ", "you will "].contains {
        plain.hasPrefix($0)
      }
  }

  /// Whether it says what we will do or have done, and asks and leaves open nothing: 我请师傅明天上午
  /// 过去看, 下午两点会恢复.
  fileprivate var saysWhatComes: Bool {
    let open = ["吗", "嗎", "呢", "如果", "要是", "若", "可以", "您要", "您会", "您會", "可能", "是否"]
    let ours = [
      "会", "會", "我请", "我請", "我让", "我讓", "我叫", "我安排", "我去", "我来", "我來", "给您", "給您", "回您",
    ]
    return ours.contains(where: contains) && !open.contains(where: contains)
  }

  /// The sentences, without the marks that close them.
  fileprivate var sentences: [String] {
    let scalars = Array(unicodeScalars)
    var sentences: [String] = []
    var start = 0
    for place in scalars.indices where scalars.ends(place) || place == scalars.count - 1 {
      let upper = scalars.ends(place) ? place : place + 1
      var words = ""
      words.unicodeScalars.append(contentsOf: scalars[start..<max(start, upper)])
      if !words.trimmingBlanks.isEmpty { sentences.append(words.trimmingBlanks) }
      start = place + 1
    }
    return sentences
  }

  private func part(around span: TextSpan, endingAt marks: String) -> String {
    let scalars = Array(unicodeScalars)
    guard scalars.indices.contains(span.start) else { return "" }
    func ends(_ place: Int) -> Bool {
      scalars.ends(place) || marks.unicodeScalars.contains(scalars[place])
    }
    var lower = span.start
    while lower > 0, !ends(lower - 1) { lower -= 1 }
    var upper = max(span.start, min(span.end, scalars.count))
    while upper < scalars.count, !ends(upper) { upper += 1 }
    var words = ""
    words.unicodeScalars.append(contentsOf: scalars[lower..<upper])
    return words.trimmingBlanks
  }
}

extension [Unicode.Scalar] {
  /// Whether a sentence ends with the mark at `place`.
  fileprivate func ends(_ place: Int) -> Bool {
    switch self[place] {
    case "。", "！", "？", "!", "?", ";", "；", "\n": true
    case ".": place + 1 >= count || " \n".unicodeScalars.contains(self[place + 1])
    default: false
    }
  }
}
