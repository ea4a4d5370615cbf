import Foundation
import Vocabulary

extension Redaction {
  /// A name for lists: its first sign, `王**`, `M**`; empty stays empty.
  package static func display(name: String) -> String {
    name.first.map { "\($0)**" } ?? ""
  }

  /// `text` without what says who is meant: telephone numbers, mail addresses, identity cards, and
  /// the names given, each shown as lists show it (S1-35). Linear in the text for each name.
  ///
  /// Order numbers stay: they are what a case is known by. A name is also found by its parts, if
  /// they have at least three letters, or two Chinese signs.
  ///
  /// - Parameters:
  ///   - text: what somebody wrote.
  ///   - names: of the people who must not be known by it.
  /// - Returns: the text to show to somebody who may not know them.
  package static func anonymous(_ text: String, names: [String]) -> String {
    let folded = Folding.fold(text)
    var scalars = Array(text.unicodeScalars)
    for detail in Detail.all(in: folded).reversed() {
      let span = folded.span(detail.range)
      guard span.start < span.end, scalars.indices.contains(span.start),
        span.end <= scalars.count
      else { continue }
      let shown: String
      switch detail.kind {
      case .mail: shown = display(mail: detail.value)
      case .phone: shown = display(phone: detail.value)
      case .identityCard: shown = display(number: detail.value)
      case .hotline, .order: continue
      }
      scalars.replaceSubrange(span.start..<span.end, with: shown.unicodeScalars)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var masked = String(view)
    for name in names.flatMap(parts(of:)) { masked = hide(name, in: masked) }
    return masked
  }

  /// Strikes a name out wherever it stands as a word of its own; in Chinese, wherever it stands.
  private static func hide(_ name: String, in text: String) -> String {
    var shown = ""
    var rest = text[...]
    while let found = rest.range(of: name) {
      let before = rest[..<found.lowerBound].last ?? shown.last
      let after = rest[found.upperBound...].first
      let goesOn = [before, after].contains { $0.map(isLatin) ?? false }
      shown += rest[..<found.lowerBound]
      shown += goesOn && name.contains(where: isLatin) ? name : display(name: name)
      rest = rest[found.upperBound...]
    }
    return shown + rest
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isLetter && character.unicodeScalars.allSatisfy { $0.value < 0x250 }
  }

  /// The whole name, then what it is made of, the longest first.
  private static func parts(of name: String) -> [String] {
    let words = name.split { !($0.isLetter || $0 == "-" || $0 == "'" || $0 == "’") }
      .map(String.init)
      .filter { word in
        let isHan = word.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
        return word.count >= (isHan ? 2 : 3) && !titles.contains(word.lowercased())
      }
    return Set(words + (name.count > 1 ? [name] : [])).sorted {
      ($0.count, $0) > ($1.count, $1)
    }
  }

  private static let titles: Set<String> = ["mrs", "miss", "sir", "madam", "prof", "dame", "lady"]
}
