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
    for said in reading.said where said.act == .promise {
      // “Saturday before one, and the credit by Thursday” makes two promises, each with its time.
      let stretch = message.text.clause(around: said.span)
      let sentence = message.text.sentence(around: said.span)
      for part in stretch.parts + sentence.parts.filter(\.saysWhatWeDo) {
        guard let found = time(in: part, of: message), found.due > now, !isClocked(found),
          part.without(found.words).count >= 4
        else { continue }
        return ReadPromise(
          what: String(part.without(found.words).prefix(200)), due: found.due, words: found.words)
      }
      let isPlain = stretch.parts.allSatisfy { time(in: $0, of: message) == nil }
      guard isPlain || stretch.parts.count < 2,
        let found = time(in: sentence, of: message), found.due > now, !isClocked(found)
      else { continue }
      return ReadPromise(
        what: String(sentence.clause(holding: found.words).without(found.words).prefix(200)),
        due: found.due, words: found.words)
    }
    return nil
  }

  private func time(in words: String, of message: CaseMessage) -> TimeFinder.Found? {
    TimeFinder.first(in: words, now: message.at, timeZone: sitting.timeZone)
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
    for joint in [" and I'll ", " and I’ll ", " and I will ", " and we'll "] {
      parts = parts.flatMap { part in
        part.split(separator: joint).enumerated().map { place, words in
          String(place > 0 ? joint.dropFirst(5) : "") + words
        }
      }
    }
    return parts.map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
  }

  /// Whether it begins as a promise of ours does.
  fileprivate var saysWhatWeDo: Bool {
    let plain = lowercased().replacing("’", with: "'")
    return contains("我")
      || ["i'll ", "i will ", "we'll ", "we will "].contains { plain.hasPrefix($0) }
  }

  private func part(around span: TextSpan, endingAt marks: String) -> String {
    let scalars = Array(unicodeScalars)
    guard scalars.indices.contains(span.start) else { return "" }
    func ends(_ place: Int) -> Bool {
      switch scalars[place] {
      case "。", "！", "？", "!", "?", ";", "；", "\n": true
      case ".": place + 1 >= scalars.count || " \n".unicodeScalars.contains(scalars[place + 1])
      default: marks.unicodeScalars.contains(scalars[place])
      }
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
