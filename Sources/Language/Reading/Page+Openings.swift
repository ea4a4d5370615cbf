/// What stands before the matter of a sentence: names, tags, greetings.
extension Page {
  /// `range` without the names (`@shop`), the topics (`#shop#`) and the tags (`[Complaint]`) it
  /// begins with.
  func withoutMentions(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      let next =
        switch text.at(start) {
        case 0x20, 0x2C: start + 1
        case 0x40: afterName(start, range.upperBound)
        case 0x23: afterTag(start, 0x23, range.upperBound) ?? start + 1
        case 0x5B: afterTag(start, 0x5D, range.upperBound) ?? start
        case 0x3010: afterTag(start, 0x3011, range.upperBound) ?? start
        default: start
        }
      guard next > start else { break }
      start = next
    }
    return min(start, range.upperBound)..<range.upperBound
  }

  /// The same without the greeting and the courtesies a sentence opens with either: “Hi, I ordered
  /// a lamp” tells that they ordered one.
  func withoutOpening(_ range: Range<Int>) -> Range<Int> {
    var body = withoutMentions(range)
    while let opening = Page.openings[text.at(body.lowerBound)]?.first(where: {
      begins(body, with: $0)
    }) {
      body = withoutMentions(body.lowerBound + opening.count..<body.upperBound)
    }
    return body
  }

  /// Whether a sentence is a topic that others talk under (`#shop#`).
  func isTopic(_ sentence: TextOutline.Sentence) -> Bool {
    text.at(sentence.body.lowerBound) == 0x23 && text.at(sentence.marks.upperBound) == 0x23
  }

  /// Whether words stand at the beginning of `body`, and something behind them.
  func begins(_ body: Range<Int>, with opening: [UInt32]) -> Bool {
    guard body.count > opening.count,
      opening.indices.allSatisfy({ text.at(body.lowerBound + $0) == opening[$0] })
    else { return false }
    // A Latin word ends where it ends.
    let last = ScalarTable.shared.kind(opening[opening.count - 1])
    let next = ScalarTable.shared.kind(text.at(body.lowerBound + opening.count))
    return last != .letter || next != .letter
  }

  /// By their first scalar, the longest first, so that none is cut short.
  private static let openings = Dictionary(
    grouping: [
      "good morning", "good afternoon", "good evening", "hello there", "hi there", "hello", "hey",
      "hi", "dear all", "excuse me", "but", "and", "so", "well", "also", "then", "不好意思请问一下",
      "不好意思请问",
      "不好意思", "请问一下", "请问下", "请问", "想请问", "想问一下", "想问下", "问一下", "你们好", "您们好",
      "你好", "您好", "哈喽", "哈啰", "麻烦问一下", "麻烦问下", "那个", "但是", "可是", "而且", "结果",
    ].map { $0.unicodeScalars.map(\.value) }, by: { $0.first ?? 0 })

  /// Most scalars of a name or a tag.
  private static let longestName = 60

  private func afterTag(_ start: Int, _ closing: UInt32, _ end: Int) -> Int? {
    (start + 1..<min(end, start + Page.longestName)).first { text.at($0) == closing }.map { $0 + 1 }
  }

  /// Where a name ends: at the next blank, but where several words of it are the name of a desk
  /// (`@Acme UK Customer Service in Leeds`) behind the last of them.
  private func afterName(_ start: Int, _ limit: Int) -> Int {
    let end = min(limit, start + Page.longestName)
    var words: [Range<Int>] = []
    var index = start + 1
    while index < end, words.count < 9 {
      while index < end, text.at(index) == 0x20 { index += 1 }
      let first = index
      while index < end, text.at(index) != 0x20 { index += 1 }
      if first < index { words.append(first..<index) }
    }
    guard let first = words.first else { return end }
    guard ScalarTable.shared.kind(text.at(first.lowerBound)) == .letter else {
      return first.upperBound
    }
    let names = words.map { text.text($0) }
    guard
      let desk = names.indices.first(where: { Page.desks.contains(names[$0]) }), desk <= 4,
      names[..<desk].allSatisfy({ !Page.notInNames.contains($0) })
    else {
      // Before another name the words between belong to this one.
      let other = names.dropFirst().prefix(3).firstIndex { $0.hasPrefix("@") }
      return other.map { words[$0].lowerBound } ?? first.upperBound
    }
    var last = desk
    if names.indices.contains(last + 1), Page.desks.contains(names[last + 1]) { last += 1 }
    if names.indices.contains(last + 2), Page.joints.contains(names[last + 1]) {
      last += names[last + 2] == "the" && names.indices.contains(last + 3) ? 3 : 2
    }
    // “@Customer Service of North Bank [Complaint] …”: a tag ends the name for sure.
    while let next = names[(last + 1)...].first, !next.hasPrefix("["),
      names[(last + 1)...].prefix(3).contains(where: { $0.hasPrefix("[") })
    {
      last += 1
    }
    return words[last].upperBound
  }

  private static let desks: Set<String> = [
    "customer", "service", "services", "support", "helpdesk", "care", "help",
  ]
  private static let joints: Set<String> = ["in", "of", "at"]
  private static let notInNames: Set<String> = [
    "your", "my", "is", "are", "the", "this", "that", "i", "we", "you", "why", "what", "when",
    "where", "how", "can", "could", "please", "a", "an", "has", "have", "no", "not", "it", "to",
  ]
}
