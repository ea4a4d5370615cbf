package import Vocabulary

/// The interface in one language: texts by dotted path, such as `refusal.tone`.
package struct Texts: Equatable, Sendable {
  package let language: LanguageTag
  private let texts: [String: String]

  package init(language: LanguageTag, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// The text at `key`; the key itself when there is none, so that a gap shows.
  package subscript(key: String) -> String { texts[key] ?? key }

  /// The text at `key` with `{name}`s filled in.
  package func callAsFunction(_ key: String, _ values: [String: String]) -> String {
    Placeholders.fill(self[key], values)
  }

  /// The text for a number: the one at `key.one` for 1 where the language has one, else at
  /// `key.other`, with `{n}` filled in.
  package func callAsFunction(_ key: String, count: Int) -> String {
    let form = count == 1 ? texts[key + ".one"] : nil
    return Placeholders.fill(form ?? self[key + ".other"], ["n": String(count)])
  }

  /// The same texts with some `{name}`s filled in wherever they stand; the others stay.
  ///
  /// - Complexity: linear in the length of all texts.
  package func filled(_ values: [String: String]) -> Texts {
    Texts(
      language: language,
      texts: texts.mapValues {
        $0.utf8.contains(UInt8(ascii: "{")) ? Placeholders.fill($0, values) : $0
      })
  }

  /// Whether there is a text at `key`.
  package func has(_ key: String) -> Bool { texts[key] != nil }

  /// Every key, sorted.
  package var keys: [String] { texts.keys.sorted() }
}

extension Texts {
  /// The texts a file holds by dotted path, each with its line.
  static func entries(_ reader: YAMLReader) -> [String: (text: String, line: Int)] {
    var entries: [String: (text: String, line: Int)] = [:]
    func gather(_ map: YAMLMap, under path: String) {
      for (key, line, value) in map.readers {
        let full = path.isEmpty ? key : path + "." + key
        if case .map = value.node.content, let inner = value.map() {
          gather(inner, under: full)
        } else if let text = value.about("text “\(full)”").wholeText() {
          entries[full] = (text, line)
        }
      }
    }
    if let map = reader.map() { gather(map, under: "") }
    return entries
  }
}
