/// A danger that comes before every procedure (domain E9).
package enum DangerKind: String, CaseIterable, Codable, Hashable, Sendable {
  case fire, injury
  case selfHarm = "self_harm"
  case fraud, violence
}
