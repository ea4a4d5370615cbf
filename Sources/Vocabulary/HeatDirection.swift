/// Where a customer's heat is going over their latest messages.
package enum HeatDirection: String, CaseIterable, Codable, Hashable, Sendable {
  case cooling, steady, heating
}
