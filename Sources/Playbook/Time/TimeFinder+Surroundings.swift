import Foundation

extension TimeFinder {
  /// What stands around a time in its clause: whether it is the time by which something is done, or
  /// tells what was.
  struct Surroundings {
    /// The time and its clause on either side, in small letters.
    private let words: String
    private let before: String
    private let behind: String

    init(_ letters: [Character], _ range: Range<Int>) {
      func ends(_ place: Int) -> Bool { ",，、;；。!！?？".contains(letters[place]) }
      let start = letters[..<range.lowerBound].indices.last(where: ends).map { $0 + 1 } ?? 0
      let end = letters[range.upperBound...].indices.first(where: ends) ?? letters.count
      func plain(_ part: ArraySlice<Character>) -> String {
        String(part).lowercased().replacing("’", with: "'")
      }
      words = plain(letters[range])
      // “It was approved and arrives by Friday” tells what was, and then what will be.
      let head = plain(letters[start..<range.lowerBound])
      let joint = [" and ", " but ", " so "].compactMap { head.ranges(of: $0).last?.upperBound }
        .max()
      before = joint.map { String(head[$0...]) } ?? head
      behind = plain(letters[range.upperBound..<end])
    }

    /// “by 5 pm”, 五点前, 两小时内.
    var saysByWhen: Bool {
      let first = ["by ", "before ", "within ", "in the next "]
      if first.contains(where: words.hasPrefix) { return true }
      let last = ["前", "内", "內"]
      if last.contains(where: words.hasSuffix) { return true }
      return ["前", "之前", "以前", "内", "內", "之内", "之內", "以内", "以內"].contains {
        behind.trimmingWhitespace.hasPrefix($0)
      }
    }

    /// Whether the time tells what was; `pieces` is what it names, nil for a length of time.
    func tellsWhatWas(_ pieces: TimePieces?) -> Bool {
      let head = before.trimmingWhitespace
      if ["since", "自", "自从", "自從"].contains(where: head.hasSuffix) { return true }
      if pieces?.isVague == true, pieces?.day == .away(0), isStillWaited(head) { return true }
      let isAhead = Self.ahead.contains { before.contains($0) || behind.contains($0) }
      // “You were told yesterday, by 5 pm”; a day of its own says that it is another one.
      if !isAhead, pieces?.day == nil, Self.over.contains(where: before.contains) { return true }
      let spoken = (before + " " + behind).split { !$0.isLetter && $0 != "'" }.map(String.init)
      let verbs = saysByWhen ? Self.saidOnce : Self.saidOnce.union(Self.happened)
      if !isAhead, spoken.contains(where: verbs.contains) { return true }
      return !saysByWhen && !isAhead && Self.done.contains(where: behind.contains)
    }

    /// 下单到今天都还没发: the day that they have waited to.
    private func isStillWaited(_ head: String) -> Bool {
      if ["到", "至", "until", "till"].contains(where: head.hasSuffix) { return true }
      let tail = behind.trimmingWhitespace
      return [
        "都还", "都還", "还没", "還沒", "还是", "還是", "还未", "還未", "都没", "都沒", "也没", "也沒", "没有", "沒有",
      ].contains { tail.hasPrefix($0) }
    }

    private static let ahead = ["'ll ", " will ", "will ", "going to", "会", "會", "给您", "給您", "再"]
    private static let over = [
      "昨", "前天", "前几天", "前幾天", "上周", "上週", "上个", "上個", "上次", "yesterday", "last week",
      "last night", "last month", "last time", " ago",
    ]
    /// What somebody said or was to do once, by an hour.
    private static let saidOnce: Set<String> = [
      "was", "were", "told", "said", "promised", "agreed", "should've",
    ]
    private static let happened: Set<String> = [
      "had", "did", "rang", "called", "phoned", "went", "came", "left", "wrote", "spoke", "arrived",
    ]
    private static let done = [
      "有回", "有打", "有来", "有來", "有说", "有說", "回了", "打了", "来了", "來了", "说了", "說了", "来过", "來過",
      "打过", "打過", "回过", "回過", "下的单", "下的單", "下了单", "下了單",
    ]
  }
}
