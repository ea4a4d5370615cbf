/// Takes an entry apart into the pieces of a point in time.
struct TimeScanner {
  var rest: Substring
  var found = TimePieces()
  var half: Half?
  /// Whether it was said and not typed: “tomorrow morning” is then over at noon.
  let isSpoken: Bool
  /// Whether the hour is written as a clock of 24 hours shows it.
  private var isFigured = false

  /// Which half of the day an hour up to 12 belongs to.
  enum Half {
    case morning, noon, afternoon, night
  }

  /// The entry in lower case, full-width signs made plain.
  init(_ text: String, spoken: Bool = false) {
    isSpoken = spoken
    let plain = text.lowercased().unicodeScalars.map { scalar -> Character in
      if scalar == "\u{3000}" { return " " }
      guard (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      else { return Character(scalar) }
      return Character(narrow)
    }
    rest = Substring(String(plain))
  }

  // MARK: - Lengths of time

  private static let units: [(words: [String], seconds: Int64)] = [
    (["minutes", "minute", "mins", "min", "m", "分钟", "分鐘"], 60),
    (["hours", "hour", "hrs", "hr", "h", "个小时", "個小時", "小时", "小時", "个钟头", "個鐘頭"], 3600),
    (["days", "day", "d", "天"], 86_400),
    (["weeks", "week", "w", "个星期", "個星期", "星期", "周", "週", "个礼拜", "個禮拜"], 604_800),
  ]

  /// The seconds of a length of time that is the whole entry, such as `+2h`, `1h30m` or 两小时后.
  mutating func length() -> Int64? {
    let start = rest
    defer { rest = start }
    blanks()
    if !eat("+") { _ = eatAny(["in the next ", "within the next ", "within ", "in "]) }
    var total: Int64 = 0
    var parts = 0
    if eatWord("the hour") || eatWord("an hour") { (total, parts) = (3600, 1) }
    if eatAny(Self.halfHours) { (total, parts) = (1800, 1) }
    while let number = number() {
      blanks()
      if eatAny(Self.andHalfHours) {
        total += Int64(number) * 3600 + 1800
        parts += 1
        continue
      }
      guard let unit = Self.units.first(where: { eatAny($0.words) }) else { return nil }
      if let next = rest.first, next.isASCII, next.isLetter { return nil }
      total += Int64(number) * unit.seconds
      parts += 1
      blanks()
    }
    _ = eatAny(["之后", "之後", "以后", "以後", "之内", "之內", "以内", "以內", "后", "後", "内", "內"])
    return parts > 0 && rest.isEmpty ? total : nil
  }

  // MARK: - Pieces

  /// The pieces of the whole entry; nil when something in it is none, or stands twice.
  mutating func pieces() -> TimePieces? {
    blanks()
    while !rest.isEmpty {
      guard piece() else { return nil }
      blanks()
    }
    if found.everyHour != nil { return found.day == nil && half == nil ? found : nil }
    guard settleHalf() else { return nil }
    return found.day == nil && found.hour == nil ? nil : found
  }

  private mutating func piece() -> Bool {
    if let day = relativeDay() ?? weekday() { return set(day) }
    if partOfDay() || spelledHour() || dayEnd() { return true }
    let fillers = [
      "at ", "on ", "by ", "the ", "of ", "in ", "before ", "within ", "later ", "之前", "前", "，",
      ",",
    ]
    if let filler = fillers.first(where: { rest.hasPrefix($0) }) {
      if filler == "before " { found.isBefore = true }
      rest.removeFirst(filler.count)
      return true
    }
    if let month = month() { return dayOfMonth(month) }
    return figures()
  }

  mutating func set(_ day: TimePieces.Day) -> Bool {
    guard found.day == nil else { return false }
    found.day = day
    return true
  }

  mutating func set(hour: Int, minute: Int) -> Bool {
    guard found.hour == nil, hour <= 24, minute < 60, hour < 24 || minute == 0 else {
      return false
    }
    found.hour = hour
    found.minute = minute
    return true
  }

  private mutating func relativeDay() -> TimePieces.Day? {
    let words: [(String, Int, Half?)] = [
      ("today", 0, nil), ("tonight", 0, .night), ("tomorrow", 1, nil), ("yesterday", -1, nil),
      ("今天", 0, nil), ("今日", 0, nil), ("今晚", 0, .night), ("明天", 1, nil), ("明日", 1, nil),
      ("明早", 1, .morning), ("明晚", 1, .night), ("大后天", 3, nil), ("大後天", 3, nil),
      ("后天", 2, nil), ("後天", 2, nil), ("昨天", -1, nil), ("昨日", -1, nil),
      ("昨晚", -1, .night), ("前天", -2, nil), ("last night", -1, .night),
    ]
    guard let word = words.first(where: { eatWord($0.0) }) else { return nil }
    if let half = word.2 { self.half = half }
    return .away(word.1)
  }

  private mutating func weekday() -> TimePieces.Day? {
    let start = rest
    var week: Int?
    if eatAny(["next ", "下"]) {
      week = 1
    } else if eatAny(["this ", "这", "這"]) {
      week = 0
    } else if eatAny(["last ", "上"]) {
      week = -1
    }
    let days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    for (index, day) in days.enumerated()
    where eatWord(day) || eatWord(String(day.prefix(3))) {
      // “Thursday next week”, and “Thursday week”, which is a week later than Thursday.
      if eat(" next week") { week = 1 }
      return .weekday(index + 1, week: week, later: eatWord(" week") ? 1 : 0)
    }
    _ = eat("个") || eat("個")
    if eatAny(["星期", "礼拜", "禮拜", "周", "週"]), let numeral = rest.first,
      let index = Array("日一二三四五六").firstIndex(of: numeral == "天" ? "日" : numeral)
    {
      rest.removeFirst()
      return .weekday(index + 1, week: week, later: 0)
    }
    rest = start
    return nil
  }

  private mutating func partOfDay() -> Bool {
    let words: [(String, Half)] = [
      ("凌晨", .morning), ("早上", .morning), ("清晨", .morning), ("上午", .morning),
      ("早晨", .morning), ("中午", .noon), ("下午", .afternoon), ("傍晚", .afternoon),
      ("晚上", .night), ("noon", .noon), ("midday", .noon), ("lunchtime", .noon), ("am", .morning),
      ("a.m.", .morning), ("pm", .afternoon), ("p.m.", .afternoon), ("morning", .morning),
      ("afternoon", .afternoon), ("evening", .night),
    ]
    if eatWord("this"), set(.away(0)) { blanks() }
    guard half == nil, let word = words.first(where: { eatWord($0.0) }) else { return false }
    half = word.1
    return true
  }

  /// A month by its English name.
  private mutating func month() -> Int? {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (index, month) in months.enumerated()
    where eatWord(month) || eatWord(String(month.prefix(3))) {
      return index + 1
    }
    return nil
  }

  /// The day, and a year where there is one, after an English month.
  private mutating func dayOfMonth(_ month: Int) -> Bool {
    blanks()
    if case .date(let year, nil, let day) = found.day {
      found.day = .date(year: year ?? yearAhead(), month: month, day: day)
      return true
    }
    guard let day = number(), day <= 31 else { return false }
    _ = eatAny(["st", "nd", "rd", "th"])
    blanks()
    _ = eat(",")
    blanks()
    return set(.date(year: yearAhead(), month: month, day: day))
  }

  private mutating func yearAhead() -> Int? {
    let start = rest
    blanks()
    if let year = number(), year >= 1970, year <= 9999 { return year }
    rest = start
    return nil
  }

  /// Whatever begins with a number: an hour, a date, a day of the month.
  private mutating func figures() -> Bool {
    if rest.hasPrefix("0") { isFigured = true }
    guard let first = number() else { return false }
    if eat(":") || eatPoint() {
      guard let minute = number() else { return false }
      if eat(":") { guard number() != nil else { return false } }
      return set(hour: first, minute: minute)
    }
    let start = rest
    if eat("-"), let last = number() {
      blanks()
      if eatAny(Self.workingDays) { return set(.working(last)) }
    }
    rest = start
    if eat("-") || eat("/") { return figuredDate(first) }
    blanks()
    if eatAny(Self.workingDays) { return set(.working(first)) }
    if eatAny(["o'clock", "o’clock"]) { return set(hour: first, minute: 0) }
    if eat("年") {
      blanks()
      guard let month = number(), eatUnit(["月"]), let day = dayBeforeUnit() else { return false }
      return set(.date(year: first, month: month, day: day))
    }
    if eat("月") {
      guard let day = dayBeforeUnit() else { return false }
      return set(.date(year: nil, month: first, day: day))
    }
    if eatAny(["点", "點", "时", "時"]) { return chineseHour(first) }
    if eatAny(["日", "号", "號"]) { return set(.date(year: nil, month: nil, day: first)) }
    rest = start
    if eatAny(["st", "nd", "rd", "th"]) {
      return first <= 31 && mergeWeekday(day: first)
    }
    if isBeforeHalf { return set(hour: first, minute: 0) }
    // `14 March` has its month to come; otherwise a bare number is an hour.
    if isBeforeMonth { return first <= 31 && set(.date(year: nil, month: nil, day: first)) }
    return set(hour: first, minute: 0)
  }

  /// `2026-11-22`, `11-22` or `11/22`, after its first number.
  private mutating func figuredDate(_ first: Int) -> Bool {
    guard let second = number() else { return false }
    guard eat("-") || eat("/") else { return set(.date(year: nil, month: first, day: second)) }
    guard let third = number() else { return false }
    _ = eat("t")
    return set(.date(year: first, month: second, day: third))
  }

  /// `Thursday the 14th` names one day twice; the date decides.
  private mutating func mergeWeekday(day: Int) -> Bool {
    if case .weekday = found.day { found.day = nil }
    return set(.date(year: nil, month: nil, day: day))
  }

  private mutating func chineseHour(_ hour: Int) -> Bool {
    blanks()
    if eat("半") { return set(hour: hour, minute: 30) }
    _ = eatAny(["整", "钟", "鐘"])
    let start = rest
    if let minute = number() {
      blanks()
      if eat("分") || rest.isEmpty { return set(hour: hour, minute: minute) }
    }
    rest = start
    return set(hour: hour, minute: 0)
  }

  private mutating func dayBeforeUnit() -> Int? {
    blanks()
    guard let day = number() else { return nil }
    return eatUnit(["日", "号", "號"]) ? day : nil
  }

  private var isBeforeHalf: Bool {
    let ahead = rest.drop { $0 == " " }
    return ["am", "pm", "a.m.", "p.m."].contains { ahead.hasPrefix($0) }
  }

  private var isBeforeMonth: Bool {
    var ahead = self
    ahead.blanks()
    _ = ahead.eat("of ")
    return ahead.month() != nil
  }

  /// Brings hour and half of the day together.
  private mutating func settleHalf() -> Bool {
    found.isVague = found.hour == nil
    switch (half, found.hour) {
    case (nil, let hour): found.isLoose = !isFigured && (1...11).contains(hour ?? 0)
    case (.noon, nil): found.hour = 12
    case (.morning, nil): found.hour = isSpoken ? 12 : 9
    case (.afternoon, nil): found.hour = isSpoken ? 18 : 15
    case (.night, nil): found.hour = isSpoken ? 21 : 20
    case (.morning, let hour?):
      if hour > 12 { return false }
      // 12 am is midnight, and “Saturday morning before one” ends at lunch.
      if hour == 12 { found.hour = 0 }
      if found.isBefore, isSpoken, hour <= 2 { found.hour = hour + 12 }
    case (.noon, let hour?): if hour < 4 { found.hour = hour + 12 }
    case (.afternoon, let hour?): if hour < 12 { found.hour = hour + 12 }
    case (.night, let hour?): if hour <= 12 { found.hour = hour + 12 }
    }
    return true
  }

  // MARK: - Letters

  mutating func blanks() { rest = rest.drop { $0.isWhitespace } }

  mutating func eat(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest.removeFirst(word.count)
    return true
  }

  mutating func eatAny(_ words: [String]) -> Bool {
    for word in words where eat(word) { return true }
    return false
  }

  private mutating func eatUnit(_ words: [String]) -> Bool {
    blanks()
    return eatAny(words)
  }

  /// Takes an English word only when it ends there.
  mutating func eatWord(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    let after = rest.dropFirst(word.count)
    if word.last?.isASCII == true, let next = after.first, next.isASCII, next.isLetter {
      return false
    }
    rest = after
    return true
  }

  /// A number up to 9999 in figures, up to 99 in Chinese numerals, or an English one that is said.
  mutating func number() -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      guard digits.count <= 4, let value = Int(digits) else { return nil }
      rest = rest[digits.endIndex...]
      return value
    }
    if let word = Self.englishNumbers.first(where: { eatWord($0.word) }) { return word.value }
    let numerals: [Character: Int] = [
      "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
      "八": 8, "九": 9,
    ]
    let start = rest
    var tens: Int?
    var ones: Int?
    if let first = rest.first, let value = numerals[first] {
      rest.removeFirst()
      ones = value
      // 两三天: within three.
      if let next = rest.first.flatMap({ numerals[$0] }), next == value + 1 {
        rest.removeFirst()
        ones = next
      }
    }
    if eat("十") {
      tens = ones ?? 1
      ones = nil
      if let next = rest.first, let value = numerals[next] {
        rest.removeFirst()
        ones = value
      }
    }
    guard tens != nil || ones != nil else {
      rest = start
      return nil
    }
    return (tens ?? 0) * 10 + (ones ?? 0)
  }
}
