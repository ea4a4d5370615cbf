package import Vocabulary

/// When a matter is more than one agent's: many who write about the same, and tries in vain (S2-39).
package struct Together: Equatable, Sendable {
  /// Something many may write about at once.
  package struct Matter: Equatable, Sendable {
    package var id: MatterID
    /// As people at the desk read it.
    package var names: [LanguageTag: String]
    /// The customer tells of one of these.
    package var topics: Set<TopicID>
    /// The complaint is sorted as about one of these.
    package var contents: Set<CaseContent>

    package init(
      id: MatterID, names: [LanguageTag: String], topics: Set<TopicID> = [],
      contents: Set<CaseContent> = []
    ) {
      self.id = id
      self.names = names
      self.topics = topics
      self.contents = contents
    }
  }

  /// Similar cases that make a mass complaint; nil for never.
  package var cases: Int?
  /// Seconds within which they come in.
  package var within: Int64
  /// What cases are held against.
  package var matters: [Matter]
  /// Whether cases with the same product on file count as similar as well.
  package var countsProducts: Bool
  /// Plans turned down after which a joint session is called for; nil for never.
  package var turnedDown: Int?
  /// Times a case came back after which one is called for; nil for never.
  package var cameBack: Int?
  /// How long a colleague has for an answer unless whoever asks says otherwise.
  package var answersWithin: ClockLength

  package init(
    cases: Int? = nil, within: Int64 = 7_200, matters: [Matter] = [],
    countsProducts: Bool = false, turnedDown: Int? = nil, cameBack: Int? = nil,
    answersWithin: ClockLength = .seconds(1_800)
  ) {
    self.cases = cases
    self.within = within
    self.matters = matters
    self.countsProducts = countsProducts
    self.turnedDown = turnedDown
    self.cameBack = cameBack
    self.answersWithin = answersWithin
  }

  /// What a case is about, as far as the desk knows: each matter its customer tells of in words or it
  /// was sorted as, and the product on file. Two cases are similar that share one of these.
  ///
  /// Nothing is guessed from words that are merely alike: a wrong alarm costs more trust than a late
  /// one.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - topics: what its customer tells of.
  /// - Returns: each once, in the order of the file, the product last.
  package func matters(of current: Case, telling topics: Set<TopicID>) -> [MatterID] {
    let content = current.classification.content
    var found = matters.filter { matter in
      !matter.topics.isDisjoint(with: topics) || content.map(matter.contents.contains) == true
    }.map(\.id)
    if countsProducts, let product = current.fields[.product]?.value,
      let matter = MatterID(product: product)
    {
      found.append(matter)
    }
    return found
  }

  /// What a matter is called in a language: a product by its name, one the playbook no longer has by
  /// its id.
  package func name(of matter: MatterID, in language: LanguageTag) -> String {
    matter.product ?? matters.first { $0.id == matter }?.names[language] ?? matter.rawValue
  }
}

extension MatterID {
  private static let products = "product:"

  /// The matter of everybody who writes about a product; nil for a name without a letter.
  ///
  /// - Parameter product: as it stands in the register; case and blanks make no difference.
  package init?(product: String) {
    let folded = product.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    guard !folded.isEmpty else { return nil }
    self.init(Self.products + String(folded.prefix(60)))
  }

  /// The product it is about; nil for a matter of the playbook.
  package var product: String? {
    rawValue.hasPrefix(Self.products) ? String(rawValue.dropFirst(Self.products.count)) : nil
  }
}
