import Vocabulary
import Workflow

/// One complaint as the register keeps it (S1-1, S1-2, S2-30).
package struct RegisterEntry {
  let shown: Case
  let mask: PersonalMask

  /// The columns there are, in order, for spreadsheets and scripts alike.
  package static let columns = [
    "ref", "state", "opened_at", "opened_by", "owner", "channel", "lang", "customer", "phone",
    "email", "company", "order", "product", "problem", "demand", "class", "kind", "content",
    "cause", "fault", "severity", "finding", "solution", "agreed", "promises_kept",
    "promises_broken", "promises_open", "follow_up_due", "follow_up_outcome", "satisfaction",
    "tasks_open", "closed_at", "closed_as", "closing_words", "signed_off_by", "improvement",
  ]

  /// What stands in each column.
  var values: [String: JSONValue] {
    let parts = shown.classification
    let look = shown.followUps.last
    func count(_ state: CommitmentState) -> JSONValue {
      .int(Int64(shown.commitments.count { $0.state == state }))
    }
    return [
      "ref": .string(shown.ref.rawValue), "state": .string(shown.state.rawValue),
      "opened_at": .string(shown.openedAt.description),
      "opened_by": .string(mask.staff(shown.openedBy.rawValue)),
      "owner": .optional(shown.owner.map { mask.staff($0.rawValue) }),
      "channel": .string(shown.channel.rawValue), "lang": .string(shown.language.rawValue),
      "customer": field(.customer), "phone": field(.phone), "email": field(.email),
      "company": field(.company), "order": field(.order), "product": field(.product),
      "problem": field(.problem), "demand": field(.demand), "finding": field(.finding),
      "class": .optional(parts.class?.rawValue), "kind": .optional(parts.kind?.rawValue),
      "content": .optional(parts.content?.rawValue), "cause": .optional(parts.cause?.rawValue),
      "fault": .optional(parts.fault?.rawValue),
      "severity": parts.severity.map { .int(Int64($0)) } ?? .null,
      "solution": solution, "agreed": agreed, "promises_kept": count(.kept),
      "promises_broken": count(.broken), "promises_open": count(.open),
      "follow_up_due": .optional(look?.due),
      "follow_up_outcome": .optional(look?.outcome?.rawValue),
      "satisfaction": shown.survey.map { .int(Int64($0.score)) } ?? .null,
      "tasks_open": .int(Int64(shown.tasks.count { $0.doneAt == nil })),
      "improvement": .optional(
        shown.improvements.last.map { note in
          [note.cause, note.proposal].filter { !$0.isEmpty }.map(mask.words)
            .joined(separator: ": ")
        }),
      "closed_at": .optional(shown.closed?.at),
      "closed_as": .optional(shown.closed?.reason.rawValue),
      "closing_words": .optional(shown.closed.map { mask.words($0.words) }),
      "signed_off_by": .optional(shown.closed?.signedOffBy.map { mask.staff($0.rawValue) }),
    ]
  }

  /// The entry for scripts: one JSON object.
  package var document: JSONValue { .object(values) }

  /// The entry for spreadsheets.
  package var row: String {
    let values = values
    return CommaSeparated.row(
      RegisterEntry.columns.map { name in
        switch values[name] {
        case .string(let text): .text(text)
        case .int(let number): .number(String(number))
        default: .empty
        }
      })
  }

  private func field(_ name: FieldName) -> JSONValue {
    .optional(shown.fields[name]?.value.map { mask.value($0, of: name) })
  }

  /// What was granted or accepted, one after the other.
  private var solution: JSONValue {
    let settled = shown.settledOptions.map { option in
      let amount = option.amount.map { " (\($0))" } ?? ""
      return mask.words(option.what) + amount
    }
    return settled.isEmpty ? .null : .string(settled.joined(separator: "; "))
  }

  /// The customer's own words of acceptance (S1-7).
  private var agreed: JSONValue {
    .optional(
      shown.plans.last { $0.answer?.accepted == true && !$0.isVoid }?.answer
        .map { mask.words($0.words) })
  }
}
