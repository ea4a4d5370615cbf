/// A customer's name as it is held against another one.
struct CustomerName: Equatable {
  /// Words of the name without forms of address, in small letters.
  private let words: [String]

  init(_ name: String) {
    var text = name.lowercased()
    for title in Self.chineseTitles { text = text.replacing(title, with: " ") }
    words = text.split { !($0.isLetter || $0 == "-" || $0 == "'" || $0 == "’") }.map(String.init)
      .filter { !Self.titles.contains($0) }
  }

  /// Whether both may be the same person: one of them is not known, or they share a name.
  ///
  /// In Chinese the family name comes first; where both are whole names, both must be the same.
  func mayBe(_ other: CustomerName) -> Bool {
    if words.isEmpty || other.words.isEmpty { return true }
    if !Set(words).isDisjoint(with: other.words) { return true }
    guard words.count == 1, other.words.count == 1, let mine = words.first,
      let theirs = other.words.first, Self.isHan(mine), Self.isHan(theirs)
    else { return false }
    return mine.first == theirs.first && (mine.count == 1 || theirs.count == 1)
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam", "prof",
  ]
  private static let chineseTitles = ["先生", "女士", "小姐", "太太", "老师", "老師", "经理", "經理"]

  private static func isHan(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }
}
