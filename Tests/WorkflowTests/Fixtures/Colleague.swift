import Vocabulary

/// Somebody on the desk of these tests.
struct Colleague: Equatable, Sendable {
  var id: PersonID
  var role: Role

  /// Holds the case, unless a story says otherwise.
  static let mei = Colleague(id: "mei", role: .agent)
  static let tom = Colleague(id: "tom", role: .agent)
  static let lin = Colleague(id: "lin", role: .senior)
  static let ana = Colleague(id: "ana", role: .supervisor)
  static let kim = Colleague(id: "kim", role: .trainer)
  static let ray = Colleague(id: "ray", role: .auditor)
  static let desk = Colleague(id: "desk", role: .system)

  static let all: [Colleague] = [.mei, .tom, .lin, .ana, .kim, .ray, .desk]
}
