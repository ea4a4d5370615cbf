/// How upset a customer is, in four words.
package enum HeatLevel: String, CaseIterable, Codable, Hashable, Comparable, Sendable {
  case calm, uneasy, angry, explosive

  /// 0 for calm to 3 for explosive.
  package var rank: Int {
    switch self {
    case .calm: 0
    case .uneasy: 1
    case .angry: 2
    case .explosive: 3
    }
  }

  package static func < (left: HeatLevel, right: HeatLevel) -> Bool { left.rank < right.rank }

  /// One level cooler; calm stays calm.
  package var cooler: HeatLevel {
    switch self {
    case .calm, .uneasy: .calm
    case .angry: .uneasy
    case .explosive: .angry
    }
  }
}
