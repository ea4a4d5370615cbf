/// Points and lengths of time as people say them rather than type them.
extension TimeScanner {
  static let halfHours = [
    "half an hour", "half hour", "半个小时", "半個小時", "半小时", "半小時", "半个钟头", "半個鐘頭",
  ]
  static let andHalfHours = ["个半小时", "個半小時", "个半钟头", "個半鐘頭"]
  static let workingDays = [
    "working days", "working day", "business days", "business day", "个工作日", "個工作日", "工作日",
    "个工作天", "個工作天", "工作天",
  ]
  static let englishNumbers: [(word: String, value: Int)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("fifteen", 15),
    ("twenty", 20), ("thirty", 30), ("forty-five", 45), ("forty", 40),
  ]

  /// `half past four`, `a quarter to six`, `first thing`.
  mutating func spelledHour() -> Bool {
    if eatWord("first thing") { return set(hour: 10, minute: 0) }
    let start = rest
    _ = eat("a ")
    let spelled = [("half past ", 30), ("half ", 30), ("quarter past ", 15), ("quarter to ", -15)]
    for (words, minutes) in spelled where eat(words) {
      if let hour = number(), (1...12).contains(hour) {
        return minutes < 0
          ? set(hour: hour == 1 ? 12 : hour - 1, minute: 60 + minutes)
          : set(hour: hour, minute: minutes)
      }
    }
    rest = start
    // “By half past”, of whatever hour it is.
    let bare = [("half past", 30), ("quarter past", 15), ("quarter to", 45)]
    if isSpoken, let (_, minute) = bare.first(where: { eatWord($0.0) }), found.hour == nil {
      found.everyHour = minute
      return true
    }
    return false
  }

  /// The point of `4.30 pm`: two figures and half of the day behind it.
  mutating func eatPoint() -> Bool {
    let behind = rest.dropFirst()
    guard rest.first == ".", behind.prefix(while: \.isNumber).count == 2,
      ["am", "pm"].contains(where: { behind.dropFirst(2).drop { $0 == " " }.hasPrefix($0) })
    else { return false }
    return eat(".")
  }

  /// The end of a day, a week or a month, as offices mean it.
  mutating func dayEnd() -> Bool {
    let hour = TimeEntry.usualHour
    if eatAny(["月底", "end of the month"]) { return set(.monthEnd) && set(hour: hour, minute: 0) }
    if eatAny(["周末", "週末", "weekend"]) {
      return set(.weekday(6, week: nil, later: 0)) && set(hour: hour, minute: 0)
    }
    for (words, week) in [("end of the week", 0), ("end of next week", 1)] where eat(words) {
      return set(.weekday(6, week: week, later: 0)) && set(hour: hour, minute: 0)
    }
    let words = [
      "end of the day", "end of day", "end of", "close of business", "close of play", "下班",
    ]
    guard eatAny(words), set(hour: hour, minute: 0) else { return false }
    found.isDayEnd = true
    return true
  }
}
