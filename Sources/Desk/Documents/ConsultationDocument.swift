import Vocabulary
import Workflow

extension Asked {
  /// A person's id as it is, and a role as an object.
  var document: JSONValue {
    switch self {
    case .person(let person): .string(person.rawValue)
    case .role(let role): .object(["role": .string(role.rawValue)])
    }
  }
}

extension Consultation {
  /// The question or joint session as a case document shows it.
  var document: JSONValue {
    .object([
      "consultation": .int(Int64(number)), "by": .string(by.rawValue),
      "at": .string(at.description), "asked": .array(asked.map(\.document)),
      "question": .string(question), "due": .string(due.description),
      "tells": .optional(tells?.description), "open": .bool(isOpen),
      "views": .array(
        views.map { view in
          .object([
            "by": .string(view.by.rawValue), "at": .string(view.at.description),
            "words": .string(view.words),
          ])
        }),
      "outcome": .optional(end?.outcome?.rawValue), "words": .optional(end?.words),
      "route": .optional(end.flatMap { $0.route.isEmpty ? nil : $0.route }),
      "ended_by": .optional(end?.by),
    ])
  }
}
