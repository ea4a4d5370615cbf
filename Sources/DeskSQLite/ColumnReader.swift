import GRDB
import Vocabulary

/// Reads the columns of a row that may hold anything: GRDB's own conversions end the program when
/// a value is of another kind.
struct ColumnReader {
  private let row: Row
  private let kind: StaticString
  private let ref: CaseRef?

  /// - Parameters:
  ///   - row: as SQLite hands it over.
  ///   - kind: the kind of thing the row stands for, for the sentence.
  ///   - ref: the case it belongs to, where that is known.
  init(_ row: Row, of kind: StaticString, _ ref: CaseRef? = nil) {
    self.row = row
    self.kind = kind
    self.ref = ref
  }

  func optionalText(_ index: Int) throws -> String? {
    let value: DatabaseValue = row[index]
    if value.isNull { return nil }
    guard let text = StoredText.fromDatabaseValue(value)?.text else { throw damage(index) }
    return text
  }

  func text(_ index: Int) throws -> String {
    guard let text = try optionalText(index) else { throw damage(index) }
    return text
  }

  func optionalInteger(_ index: Int) throws -> Int64? {
    let value: DatabaseValue = row[index]
    if value.isNull { return nil }
    guard case .int64(let number) = value.storage else { throw damage(index) }
    return number
  }

  func integer(_ index: Int) throws -> Int64 {
    guard let number = try optionalInteger(index) else { throw damage(index) }
    return number
  }

  func number(_ index: Int) throws -> Int { Int(clamping: try integer(index)) }

  func optionalWord<Word: RawRepresentable<String>>(_ index: Int, _ type: Word.Type) throws
    -> Word?
  {
    guard let text = try optionalText(index) else { return nil }
    guard let word = Word(rawValue: text) else { throw damage(index) }
    return word
  }

  func word<Word: RawRepresentable<String>>(_ index: Int, _ type: Word.Type) throws -> Word {
    guard let word = try optionalWord(index, type) else { throw damage(index) }
    return word
  }

  private func damage(_ index: Int) -> Damage {
    let owner = ref.map { " of \($0)" } ?? ""
    return Damage("\(kind)\(owner) has a wrong value in column \(index + 1)")
  }
}
