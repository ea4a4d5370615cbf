package import Playbook
package import Vocabulary

/// Who writes in on a practice shift, one after another.
package struct ShiftPlan: Equatable, Sendable {
  package var scenarios: [Scenario]
  package var language: LanguageTag
  package var manners: CustomerManners
  package var seed: UInt64

  package init(
    scenarios: [Scenario], language: LanguageTag, manners: CustomerManners, seed: UInt64
  ) {
    self.scenarios = scenarios
    self.language = language
    self.manners = manners
    self.seed = seed
  }

  /// Customers a newcomer can see to in some minutes.
  private static let handful = 5

  /// A newcomer's shift: those with a place in it, and as many others as make a handful; nil when
  /// the playbook has nobody to practise on.
  ///
  /// - Parameters:
  ///   - playbook: where the scenarios are.
  ///   - language: what customers speak.
  ///   - seed: the same one gives the same shift.
  package init?(newcomer playbook: Playbook, language: LanguageTag, seed: UInt64) {
    let all = playbook.scenarios.filter { $0.words[language] != nil }
    guard let manners = playbook.manners, !all.isEmpty else { return nil }
    var chance = ChanceGenerator(seed: seed, for: "shift")
    let placed = all.filter { $0.place != nil }
    let others = all.filter { $0.place == nil }.shuffled(using: &chance)
    self.init(
      scenarios: placed + others.prefix(max(0, ShiftPlan.handful - placed.count)),
      language: language, manners: manners, seed: seed)
  }
}
