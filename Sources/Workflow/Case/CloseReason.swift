/// Why a case ends (domain E11).
package enum CloseReason: String, CaseIterable, Codable, Hashable, Sendable {
  case satisfied, accepted, granted, answered, withdrawn, duplicate, misdirected
  case noReply = "no_reply"
  case declined, unreachable, referred
}
