import Language
import Vocabulary
import Workflow

extension Playbook {
  /// The behaviours and needs there are; a file of an upper layer stands in for the one of the same
  /// name. One whose file is broken is missing, and `problems` says why.
  package var customers: CustomerTypes { customerPart.types }

  var customerPart: CustomerPart { customerParts.value(.whole) { loadCustomers() }.value }

  private func loadCustomers() -> Loaded<CustomerPart> {
    let names = Set(layers.flatMap { $0.files(in: "customers") }).sorted()
    var problems: [PlaybookProblem] = []
    var files: [CustomerFile] = []
    for name in names {
      let found = first("customers/\(name).yaml", as: "customer type “\(name)”") {
        CustomerFile($0, file: name)
      }
      problems += found.problems
      if let file = found.value { files.append(file) }
    }
    files.sort { $0.type.subject < $1.type.subject }
    let types = CustomerTypes(files.map(\.type))
    problems += types.problems.compactMap { problem in
      guard let file = files.first(where: { $0.type.name == problem.kind }) else { return nil }
      return PlaybookProblem(
        file: file.file, line: file.node.line(of: problem.entry),
        sentence: "customer type “\(problem.kind)” has “\(problem.entry)”: \(problem.complaint).")
    }
    return Loaded(value: CustomerPart(files: files, types: types), problems: problems)
  }
}

/// The customer types, compiled, and the files they come from.
struct CustomerPart: Sendable {
  let files: [CustomerFile]
  let types: CustomerTypes
}

extension PlaybookCheck {
  /// Examples of customer types that do not come out as their file says, each tried with all types
  /// and all words of the lexicons in force.
  static func customers(in playbook: Playbook) -> [PlaybookProblem] {
    let part = playbook.customerPart
    guard !part.files.isEmpty else { return [] }
    let reader = Reader(lexicon: playbook.lexicon)
    return part.files.flatMap { file in
      file.examples.compactMap { example in
        let signs = part.types.signs(in: HeardMessage.turns(of: example.messages, by: reader))
        let isProposed = signs.contains { $0.subject == file.type.subject }
        guard isProposed != example.mustPropose else { return nil }
        let quote = example.messages.joined(separator: " / ")
        return PlaybookProblem(
          file: file.file, line: example.line,
          sentence: "customer type “\(file.type.name)” "
            + (isProposed
              ? "is proposed by “\(quote)”; add what tells them apart to “unless”."
              : "is not proposed by “\(quote)”; widen “words” or lower “signs”."))
      }
    }
  }
}

extension CustomerType.Subject: Comparable {
  /// What cannot wait comes before what helps, and needs come last.
  package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  private static let order: [BehaviourTag] = [
    .offensive, .notFitNow, .quickTempered, .arguer, .talker, .undecided, .unusualRequest, .critic,
    .reserved,
  ]

  private var place: Int {
    switch self {
    case .behaviour(let tag): Self.order.firstIndex(of: tag) ?? Self.order.count
    case .need(let need): 100 + (CustomerNeed.allCases.firstIndex(of: need) ?? 0)
    }
  }
}
