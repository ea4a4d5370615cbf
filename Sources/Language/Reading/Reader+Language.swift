package import Vocabulary

extension Reader {
  /// The language `text` is most likely in.
  ///
  /// Chinese needs a character for every five Latin letters, so that a Chinese name in an English
  /// sentence changes nothing. The script is told by characters only one side writes; text
  /// without any counts as simplified, text without words as English.
  package func language(of text: String) -> LanguageTag {
    let script = ScriptTable.shared
    var han = 0
    var latin = 0
    var simplified = 0
    var traditional = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch ScalarTable.shared.kind(value) {
      case .han:
        han += 1
        if script.simplified.contains(value) { simplified += 1 }
        if script.traditional.contains(value) { traditional += 1 }
      case .letter: latin += 1
      default:
        if value >= 0x41, value <= 0x5A { latin += 1 }
        // 「」 are Taiwan's quotation marks; they settle only a tie.
        if value == 0x300C, traditional == simplified { traditional += 1 }
      }
    }
    guard han > 0, han * 5 >= latin else { return .en }
    return traditional > simplified ? .zhHant : .zhHans
  }
}

/// Characters only one of the two scripts has.
private struct ScriptTable: Sendable {
  static let shared = ScriptTable()

  let simplified: Set<UInt32>
  let traditional: Set<UInt32>

  private init() {
    func values(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }
    traditional = values(HanVariants.traditional)
      .subtracting(values(HanVariants.traditionalWrittenInBoth))
      .union(HanVariants.alsoFolded.map(\.0.value))
    simplified = values(HanVariants.simplified)
      .subtracting(values(HanVariants.writtenInBoth)).subtracting(values(HanVariants.traditional))
  }
}
