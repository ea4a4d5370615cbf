/// Judged texts with the hints that stand in them, numbered: what a fit learns from.
struct Lessons: Sendable {
  /// The hints of one passage, by number, each once, in order.
  typealias Row = [Int32]

  /// How each hint is written, by its number.
  private(set) var hints: [String] = []
  private(set) var rows: [Row] = []
  /// Whether each row is long enough for something to be found in it.
  private(set) var isTelling: [Bool] = []
  /// The text each row comes from.
  private(set) var owners: [Int] = []
  /// The rows of each text.
  private(set) var rowsOfText: [[Int]] = []
  /// The texts, in the order given.
  let texts: [JudgedText]
  /// Those that figures are taken on.
  let counted: Range<Int>

  /// Reads the hints of judged texts.
  ///
  /// - Parameters:
  ///   - judged: judged texts of one script.
  ///   - others: texts that are good and are only learned from.
  ///   - section: what is learned.
  ///   - lexicon: what it reads are hints too.
  ///   - rarest: in how many passages a hint must stand.
  init(
    _ judged: [JudgedText], besides others: [JudgedText], for section: LabelHints.Section,
    lexicon: Lexicon, rarest: Int
  ) {
    texts = judged + others
    counted = judged.indices
    var numbers: [UInt64: Int32] = [:]
    var names: [String] = []
    var counts: [Int] = []
    var found: [Row] = []
    func note(_ key: UInt64, _ row: inout Set<Int32>, _ name: () -> String) {
      let number = numbers[key] ?? Int32(names.count)
      if number == names.count {
        numbers[key] = number
        names.append(name())
        counts.append(0)
      }
      if row.insert(number).inserted { counts[Int(number)] += 1 }
    }
    for (index, text) in texts.enumerated() {
      let page = Page(text.text, lexicon.agent)
      let cut = VotingPage(page)
      let readings = Hint.readings(in: page)
      for passage in cut.passages(for: section) {
        var row: Set<Int32> = []
        for unit in passage.units {
          let (tokens, longest) = (cut.tokens, Hint.longest(in: passage.script))
          Hint.walk(tokens.all, tokens.units[unit], longest: longest) { key, range in
            note(key, &row) { Hint.text(of: cut.tokens.all[range], in: page.text) }
            return true
          }
        }
        for key in passage.readings { note(key, &row) { readings[key] ?? "" } }
        found.append(row.sorted())
        owners.append(index)
        isTelling.append(passage.isTelling)
      }
    }
    // Rare hints teach nothing that would hold for another text.
    var kept = [Int32](repeating: -1, count: names.count)
    for (number, name) in names.enumerated() where counts[number] >= rarest {
      kept[number] = Int32(hints.count)
      hints.append(name)
    }
    rowsOfText = Array(repeating: [], count: texts.count)
    for (row, owner) in owners.enumerated() { rowsOfText[owner].append(row) }
    rows = found.map { $0.compactMap { kept[Int($0)] >= 0 ? kept[Int($0)] : nil } }
  }
}
