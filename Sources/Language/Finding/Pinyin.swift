import Foundation

/// How Chinese words are typed in Latin letters.
package enum Pinyin {
  /// The ways one letter is read, without tones: `an` for 案, `chong` and `zhong` for 重.
  ///
  /// - Parameter character: one letter.
  /// - Returns: at least one reading for a Han letter, the usual one first; nothing for any other.
  /// - Complexity: some microseconds; the very first call loads the readings, which takes longer.
  package static func readings(of character: Character) -> [String] {
    guard character.unicodeScalars.first?.properties.isIdeographic == true else { return [] }
    let word = String(character)
    guard let toned = word.applyingTransform(.mandarinToLatin, reverse: false), toned != word,
      let plain = toned.applyingTransform(.stripDiacritics, reverse: false)
    else { return [] }
    var readings = [plain.lowercased()]
    // 女 is typed nv by most, nu by some.
    if toned.unicodeScalars.contains(where: { "üǖǘǚǜ".unicodeScalars.contains($0) }) {
      readings.insert(plain.lowercased().replacing("u", with: "v"), at: 0)
    }
    for other in others[character] ?? [] where !readings.contains(other) { readings.append(other) }
    return readings
  }

  /// Letters with a second reading that stands in names and in words of the trade.
  private static let others: [Character: [String]] = {
    let table: [(String, [String])] = [
      ("重", ["chong", "zhong"]), ("还還", ["hai", "huan"]), ("行", ["hang", "xing"]),
      ("长長", ["zhang", "chang"]), ("调調", ["diao", "tiao"]), ("便", ["bian", "pian"]),
      ("单單", ["shan", "chan"]), ("传傳", ["zhuan", "chuan"]), ("乐樂", ["yue", "le"]),
      ("曾", ["zeng", "ceng"]), ("仇", ["qiu", "chou"]), ("解", ["xie", "jie"]),
      ("查", ["zha", "cha"]), ("区區", ["ou", "qu"]), ("了", ["liao", "le"]),
      ("着著", ["zhuo", "zhe"]), ("会會", ["kuai", "hui"]), ("参參", ["shen", "can"]),
      ("朴", ["piao", "pu"]), ("盖蓋", ["ge", "gai"]), ("翟", ["di", "zhai"]),
      ("尉", ["yu", "wei"]), ("覃", ["qin", "tan"]), ("卜", ["bo", "bu"]), ("沈", ["chen", "shen"]),
      ("贾賈", ["gu", "jia"]), ("薄", ["bao", "bo"]), ("晟", ["cheng", "sheng"]),
      ("角", ["jue", "jiao"]), ("藏", ["zang", "cang"]), ("得", ["dei", "de"]), ("都", ["dou", "du"]),
      ("没沒", ["mo", "mei"]), ("处處", ["chu"]), ("数數", ["shuo", "shu"]), ("降", ["xiang", "jiang"]),
    ]
    return table.reduce(into: [:]) { others, entry in
      for character in entry.0 { others[character] = entry.1 }
    }
  }()
}
