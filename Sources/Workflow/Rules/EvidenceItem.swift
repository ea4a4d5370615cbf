package import Vocabulary

/// Something that may speak for bad faith, from the playbook's closed list (S3-13, S3-14, S3-15).
package struct EvidenceItem: Equatable, Sendable {
  /// How much it says.
  package enum Weight: String, CaseIterable, Codable, Hashable, Sendable {
    /// Speaks for itself, with what bears it out.
    case ground
    /// Only beside a ground.
    case beside
    /// Anger, insults, loudness: never evidence of anything but anger.
    case heat
    /// A regulator, a court or the press: never evidence alone, and none at all beside a loss of the
    /// customer's own (domain F).
    case outside
  }

  package var id: EvidenceID
  package var names: [LanguageTag: String]
  package var weight: Weight

  package init(id: EvidenceID, names: [LanguageTag: String], weight: Weight) {
    self.id = id
    self.names = names
    self.weight = weight
  }
}
