import Vocabulary
import Workflow

/// Where the complaint form opens: on the row that somebody is about to fill.
extension Model {
  /// The form at the first row that is asked for: by what a closed gate last named, else by what the
  /// step still wants, else at the first empty row that the customer's words propose something for.
  mutating func openRegister() -> Register {
    guard let open else { return Register() }
    let named = lastMissing.removeValue(forKey: open.ref) ?? []
    let asked = (named + open.standing.closed.flatMap(\.missing)).flatMap(\.rows)
    let proposed = Register.rows.filter { row in
      if case .field(let field) = row { !proposals(for: field).isEmpty } else { false }
    }
    let row = (asked + proposed).first { words(of: $0, in: open).value == nil }
    return Register(selected: row.flatMap(Register.rows.firstIndex(of:)) ?? 0)
  }
}

extension Need {
  /// The rows of the form that would meet it.
  fileprivate var rows: [RegisterRow] {
    switch self {
    case .field(let field): [.field(field)]
    case .severity: [.part(.severity)]
    case .classification: [.part(.class)]
    case .faultOurs: [.part(.fault)]
    case .upheldGround: [.part(.kind)]
    case .oneOf(let needs), .allOf(let needs): needs.flatMap(\.rows)
    default: []
    }
  }
}
