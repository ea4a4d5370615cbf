package import Vocabulary

/// One line of `calmdesk language`: words to be read.
package struct WordsDocument {
  package var text: String
  /// Nil to be read from the words.
  package var language: LanguageTag?

  /// - Parameter value: `{"text","lang"}`; other members are passed over.
  /// - Throws: `DeskError.malformed` with a sentence.
  package init(_ value: JSONValue) throws {
    let arguments = try Arguments(value)
    text = try arguments.text("text")
    language = try arguments.optionalLanguage("lang")
  }
}
