/// A short text that names one thing of kind `Kind`, such as a step or a person.
///
/// Two names of different kinds cannot be mixed up; both are stored and sent as plain strings.
package struct Name<Kind>: Hashable, Comparable, Sendable, Codable, RawRepresentable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The text itself.
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// Names a thing by `text`.
  package init(_ text: String) { rawValue = text }

  package init(stringLiteral value: String) { rawValue = value }

  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  package var description: String { rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Name: CodingKeyRepresentable {
  package var codingKey: any CodingKey { NameKey(stringValue: rawValue) }

  package init?<T: CodingKey>(codingKey: T) { rawValue = codingKey.stringValue }
}

private struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// What the names of this house stand for; never instantiated.
package enum Named {
  package enum Case: Sendable {}
  package enum Person: Sendable {}
  package enum Command: Sendable {}
  package enum Procedure: Sendable {}
  package enum Step: Sendable {}
  package enum Gate: Sendable {}
  package enum Remedy: Sendable {}
  package enum Phrase: Sendable {}
  package enum Tag: Sendable {}
  package enum Topic: Sendable {}
  package enum Source: Sendable {}
  package enum Sitting: Sendable {}
  package enum Calendar: Sendable {}
  package enum ClockPreset: Sendable {}
  package enum Rung: Sendable {}
  package enum Skill: Sendable {}
  package enum Guarantee: Sendable {}
  package enum Evidence: Sendable {}
  package enum Matter: Sendable {}
}

/// The number a customer can quote, such as `C-1042`.
package typealias CaseRef = Name<Named.Case>
/// A person of the desk: the operating-system user or the database role.
package typealias PersonID = Name<Named.Person>
/// The id a client gives a command, so that sending it twice is one change.
package typealias CommandID = Name<Named.Command>
/// A procedure of the playbook, such as `six_steps`.
package typealias ProcedureID = Name<Named.Procedure>
/// A step within a procedure, such as `vent`.
package typealias StepID = Name<Named.Step>
/// A gate, such as `authority`.
package typealias GateID = Name<Named.Gate>
/// A remedy of the playbook, such as `refund`.
package typealias RemedyID = Name<Named.Remedy>
/// A phrase of the playbook, such as `regret.short`.
package typealias PhraseID = Name<Named.Phrase>
/// A behaviour seen in one case, such as `talker`; expires when the case closes (S3-23…31).
package typealias TagID = Name<Named.Tag>
/// Something a customer tells of, such as `passed_around`.
package typealias TopicID = Name<Named.Topic>
/// What an answer rests on: `remedy:refund`, `preset:uk_fca`, or the number or title of an entry of
/// one's own.
package typealias SourceID = Name<Named.Source>
/// One console that somebody has open, from its start to its end; never the same twice.
package typealias SittingID = Name<Named.Sitting>
/// A calendar of working time, such as `uk_office`.
package typealias CalendarID = Name<Named.Calendar>
/// Limits of law a complaint stands under, such as `uk_fca`.
package typealias ClockPresetID = Name<Named.ClockPreset>
/// A rung of the ladder that matters are handed up, such as `head`.
package typealias RungID = Name<Named.Rung>
/// Something a case may need and a person may know, such as `billing`.
package typealias SkillID = Name<Named.Skill>
/// Compensation fixed in advance, such as `missed_appointment`.
package typealias GuaranteeID = Name<Named.Guarantee>
/// Something that may speak for bad faith, such as `invented_facts`.
package typealias EvidenceID = Name<Named.Evidence>
/// Something many may write about at once, such as `outage`.
package typealias MatterID = Name<Named.Matter>
