#if PostgreSQL
  import Desk
  import Vocabulary

  /// What the server answered: rows of texts.
  struct Answer: Sendable {
    private let width: Int
    private let cells: [String?]

    static let empty = Answer(width: 0, cells: [])

    init(width: Int, cells: [String?]) {
      self.width = width
      self.cells = cells
    }

    /// The rows.
    var rows: Int { width == 0 ? 0 : cells.count / width }

    /// Reads every row.
    ///
    /// - Parameter read: gets the columns of a row.
    /// - Returns: what was read.
    /// - Throws: what `read` threw.
    func all<Result>(_ read: (Columns) throws -> Result) throws -> [Result] {
      try (0..<rows).map { try read(Columns(cells: row($0))) }
    }

    /// Reads the first row.
    ///
    /// - Parameter read: gets its columns.
    /// - Returns: what was read; nil when there is no row.
    /// - Throws: what `read` threw.
    func first<Result>(_ read: (Columns) throws -> Result) throws -> Result? {
      rows == 0 ? nil : try read(Columns(cells: row(0)))
    }

    private func row(_ index: Int) -> ArraySlice<String?> {
      cells[(index * width)..<((index + 1) * width)]
    }
  }

  /// The columns of one row. They may hold anything: who reads one says what it should hold.
  struct Columns {
    private var cells: ArraySlice<String?>
    /// What the row stands for, for the sentence when a value is wrong.
    private var kind: StaticString = "a row"
    private var ref: CaseRef?

    init(cells: ArraySlice<String?>) { self.cells = cells }

    /// The same columns with a name for sentences.
    func of(_ kind: StaticString, _ ref: CaseRef? = nil) -> Columns {
      var columns = self
      columns.kind = kind
      columns.ref = ref
      return columns
    }

    /// The columns without the first ones.
    func after(_ count: Int) -> Columns {
      var columns = self
      columns.cells = cells.dropFirst(count)
      return columns
    }

    func optionalText(_ index: Int) throws -> String? {
      try cell(index).map(StoredText.read)
    }

    func text(_ index: Int) throws -> String {
      guard let text = try optionalText(index) else { throw damage(index) }
      return text
    }

    func optionalInteger(_ index: Int) throws -> Int64? {
      guard let text = try cell(index) else { return nil }
      guard let number = Int64(text) else { throw damage(index) }
      return number
    }

    func integer(_ index: Int) throws -> Int64 {
      guard let number = try optionalInteger(index) else { throw damage(index) }
      return number
    }

    func number(_ index: Int) throws -> Int { Int(clamping: try integer(index)) }

    func optionalNumber(_ index: Int) throws -> Int? {
      try optionalInteger(index).map(Int.init(clamping:))
    }

    func flag(_ index: Int) throws -> Bool {
      switch try cell(index) {
      case "t": true
      case "f": false
      default: throw damage(index)
      }
    }

    func optionalTime(_ index: Int) throws -> Instant? {
      try optionalInteger(index).map(Instant.init(milliseconds:))
    }

    func time(_ index: Int) throws -> Instant { Instant(milliseconds: try integer(index)) }

    func optionalName<Kind>(_ index: Int) throws -> Name<Kind>? {
      try optionalText(index).map(Name.init(_:))
    }

    func name<Kind>(_ index: Int) throws -> Name<Kind> { Name(try text(index)) }

    func optionalWord<Word: RawRepresentable<String>>(_ index: Int) throws -> Word? {
      guard let text = try optionalText(index) else { return nil }
      guard let word = Word(rawValue: text) else { throw damage(index) }
      return word
    }

    func word<Word: RawRepresentable<String>>(_ index: Int) throws -> Word {
      guard let word: Word = try optionalWord(index) else { throw damage(index) }
      return word
    }

    private func cell(_ index: Int) throws -> String? {
      guard index >= 0, index < cells.count else { throw damage(index) }
      return cells[cells.startIndex + index]
    }

    private func damage(_ index: Int) -> Damage {
      let owner = ref.map { " of \($0)" } ?? ""
      return Damage("\(kind)\(owner) has a wrong value in column \(index + 1)")
    }
  }

  /// A row that no CalmDesk of this schema has written; becomes `StoreError.corrupt`.
  struct Damage: Error {
    /// What is wrong, to stand within a sentence.
    let what: String

    init(_ what: String) { self.what = what }
  }
#endif
