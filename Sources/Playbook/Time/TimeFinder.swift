package import Foundation
package import Vocabulary

/// Finds the point in time that a sentence names.
package enum TimeFinder {
  /// A point in time and the words that name it.
  package struct Found: Equatable, Sendable {
    package var due: Instant
    /// As they stand in the sentence.
    package var words: String
    /// Whether only a part of a day is named, or a day alone, and no hour.
    package var isVague: Bool
    /// Whether it says by when: “by 5 pm”, 五点前, 两小时内.
    package var isDeadline: Bool
  }

  /// Letters looked through.
  private static let longest = 300
  /// Letters a time is named in at most.
  private static let span = 32
  /// What is further away than this is no promise of ours, in seconds.
  private static let horizon: Int64 = 120 * 86_400

  /// The first point in time named in `sentence` that lies ahead, such as “5 pm today” or
  /// 明天中午; the longest words for it.
  ///
  /// - Parameters:
  ///   - sentence: what was said.
  ///   - now: what relative times count from.
  ///   - timeZone: the zone hours and days are meant in.
  /// - Returns: nil where no time is named, or only one that has passed.
  /// - Complexity: some thirty readings at each place where a time may begin.
  package static func first(in sentence: String, now: Instant, timeZone: TimeZone) -> Found? {
    all(in: sentence, now: now, timeZone: timeZone, atMost: 1).first
  }

  /// The points in time named in `sentence` that lie ahead, in the order they stand; those that tell
  /// what was (“since Monday”, 到今天都还没) are none.
  ///
  /// - Parameters:
  ///   - sentence: what was said.
  ///   - now: what relative times count from.
  ///   - timeZone: the zone hours and days are meant in.
  ///   - atMost: how many are looked for.
  /// - Returns: none where no time is named, or only some that have passed.
  package static func all(
    in sentence: String, now: Instant, timeZone: TimeZone, atMost: Int = 8
  ) -> [Found] {
    let letters = Array(sentence.prefix(longest))
    var all: [Found] = []
    var passed = 0
    for start in letters.indices where start >= passed && mayBegin(letters, start) {
      guard all.count < atMost else { break }
      for end in stride(from: min(letters.count, start + span), to: start + 1, by: -1)
      where mayEnd(letters, end) {
        let words = String(letters[start..<end])
        guard isTime(words, letters, start, end),
          let due = TimeEntry.parse(words, now: now, timeZone: timeZone, spoken: true)
        else { continue }
        guard due > now else {
          // “9:40 this morning” is over, and no 9:40 of another day hides in it.
          passed = max(passed, end)
          break
        }
        guard due.seconds(since: now) <= horizon else { continue }
        let surroundings = Surroundings(letters, start..<end)
        var scanner = TimeScanner(words, spoken: true)
        var pieces = scanner
        let read = scanner.length() == nil ? pieces.pieces() : nil
        passed = max(passed, end)
        guard !surroundings.tellsWhatWas(read) else { break }
        all.append(
          Found(
            due: due, words: words, isVague: read?.isVague == true,
            isDeadline: surroundings.saysByWhen))
        break
      }
    }
    return all
  }

  private static let chinese = Set("今明昨后後大下这這本周週星礼禮早上中晚傍凌两兩一二三四五六七八九十半月")
  private static let latin = Set("abcdefghijklmnopqrstuvwxyz")

  private static func isLatin(_ letter: Character) -> Bool {
    letter.lowercased().first.map(latin.contains) ?? false
  }

  private static func mayBegin(_ letters: [Character], _ place: Int) -> Bool {
    let letter = letters[place]
    if chinese.contains(letter) { return true }
    if letter == "前" { return letters.dropFirst(place + 1).first == "天" }
    guard isLatin(letter) || letter.isNumber else { return false }
    guard place > 0 else { return true }
    let before = letters[place - 1]
    return !isLatin(before) && !before.isNumber && !"£$€¥.,:-/".contains(before)
  }

  private static func mayEnd(_ letters: [Character], _ place: Int) -> Bool {
    guard place < letters.count else { return true }
    let (last, next) = (letters[place - 1], letters[place])
    if last == " " || ",，".contains(last) { return false }
    if isLatin(last) || last.isNumber { return !isLatin(next) && !next.isNumber && next != ":" }
    return true
  }

  /// Words that are a time in a form may be something else in a sentence: a bare number counts, and
  /// “sat” is what somebody did.
  private static func isTime(
    _ words: String, _ letters: [Character], _ start: Int, _ end: Int
  ) -> Bool {
    let plain = words.lowercased()
    if ["sat", "sun", "mon", "wed", "fri", "thu", "tue"].contains(plain) { return false }
    if plain.allSatisfy({ $0.isNumber || $0 == " " || chineseNumber.contains($0) }) { return false }
    if TimeScanner.englishNumbers.contains(where: { $0.word == plain }) { return false }
    // 一点 is “a little” far more often than one o'clock.
    if ["一点", "一點"].contains(plain) { return false }
    // A fraction or a score is no date, and neither is a number with a unit of its own.
    if plain.contains("/") || plain.contains("-"), !plain.contains(":"), !plain.hasSuffix("days") {
      return false
    }
    if isBareHour(plain) || plain.hasSuffix("half past") || plain.hasSuffix("quarter past")
      || plain.hasSuffix("quarter to")
    {
      return endsClause(letters, end)
    }
    var length = TimeScanner(words)
    guard length.length() != nil else { return true }
    let before = String(letters[max(0, start - 7)..<start]).lowercased()
    let behind = String(letters[end..<min(letters.count, end + 2)])
    return before.hasSuffix("within ") || before.hasSuffix("in ")
      || plain.hasPrefix("in ") || plain.hasPrefix("within ")
      || ["内", "內", "后", "後", "之", "以"].contains { behind.hasPrefix($0) || plain.hasSuffix($0) }
  }

  /// “by five” and no more: it may as well count people.
  private static func isBareHour(_ plain: String) -> Bool {
    let words = plain.split(separator: " ")
    guard words.count == 2, ["by", "at", "before"].contains(words[0]) else { return false }
    return words[1].allSatisfy(\.isNumber)
      || TimeScanner.englishNumbers.contains { $0.word == words[1] }
  }

  private static func endsClause(_ letters: [Character], _ end: Int) -> Bool {
    let behind = String(letters[end..<min(letters.count, end + 6)]).lowercased()
    guard let next = behind.first, next == " " else { return true }
    return [" and ", " with ", " eithe", " or ", " to ", " so ", " but ", " at ", " on "].contains {
      behind.hasPrefix($0)
    }
  }

  private static let chineseNumber = Set("两兩一二三四五六七八九十")
}
