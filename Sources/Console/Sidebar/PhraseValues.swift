import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// What the record holds for the variables of a phrase, in the customer's language.
struct PhraseValues {
  private let open: OpenCase
  private let agent: String
  private let senior: String?
  /// The number to call at each kind of danger.
  private let emergency: [DangerKind: String]
  private let typed: [String: String]
  /// Remedies that are a gesture beside the fix.
  private let gestures: Set<RemedyID>
  private let timeZone: TimeZone
  private let now: Instant
  /// What all who write about the same are told, in this customer's language.
  private let announcement: Announcement?

  init(_ model: Model, _ open: OpenCase) {
    self.open = open
    agent = model.sitting.person.name
    senior =
      open.current.escalation.map { above in
        // The customer reads it in their language, whichever it was handed up in.
        guard let rung = open.rules.clocks.ladder.rung(called: above.to) else { return above.to }
        let me = model.sitting.person
        // Whoever took it over from below speaks for that rung, under their own name.
        return above.by != me.id && open.current.handler == me.id
          ? me.name : rung.name(in: open.current.language)
      } ?? model.sitting.colleagues.first { $0.role == .supervisor && $0.active }?.name
    emergency = DangerKind.allCases.reduce(into: [:]) { numbers, kind in
      numbers[kind] = model.text(
        "emergency.\(open.current.language.rawValue).\(kind.rawValue)")
    }
    typed = model.answers[open.ref] ?? [:]
    gestures = Set(model.content.remedies.filter { $0.kind == .goodwill }.map(\.id))
    timeZone = model.sitting.timeZone
    now = model.now
    announcement = model.announcement(for: open)
  }

  /// The register field a variable is the same as, so that what is typed for one is filed too.
  static func field(of variable: String) -> FieldName? {
    switch variable {
    case "customer": .customer
    case "order": .order
    case "product": .product
    case "problem": .problem
    case "demand": .demand
    default: nil
    }
  }

  /// Whether only the record may fill a variable: nobody gives money on top by typing a sum.
  static func isRecordOnly(_ variable: String) -> Bool {
    ["goodwill", "goodwill_due", "known", "known_next"].contains(variable)
  }

  /// Whether a variable holds a point in time.
  static func isTime(_ variable: String) -> Bool {
    ["due", "next", "due_a", "due_b", "goodwill_due", "known_next"].contains(variable)
  }

  /// Whether a time typed for a variable commits us to something.
  static func promises(_ variable: String, in phrase: Phrase) -> Bool {
    switch variable {
    case "next", "known_next": true
    case "due": !phrase.acts.isDisjoint(with: [.promise, .handUp, .progress])
    default: false
    }
  }

  /// What the record holds for the variables of a phrase.
  func values(for phrase: Phrase) -> [String: String] {
    phrase.variables.reduce(into: [:]) { $0[$1] = value(of: $1, in: phrase) }
  }

  /// What the record holds for some variables.
  func values(for variables: [String]) -> [String: String] {
    variables.reduce(into: [:]) { $0[$1] = value(of: $1) }
  }

  /// What the record holds for a variable; nil when an agent has to say it.
  func value(of variable: String, in phrase: Phrase? = nil) -> String? {
    let current = open.current
    if let field = PhraseValues.field(of: variable) {
      if let value = current.fields[field]?.value {
        return field == .problem && current.language == .en ? PhraseValues.clause(value) : value
      }
      if field == .customer, !current.customer.name.isEmpty { return current.customer.name }
      return nil
    }
    switch variable {
    case "agent": return agent
    // The phrase ends the sentence.
    case "known":
      return announcement.map { String($0.words.trimmingBlanks.trimmed(of: [".", "。"])) }
    case "known_next": return announcement?.next.flatMap { $0 > now ? time($0) : nil }
    case "ref": return current.ref.rawValue
    case "senior": return senior
    case "emergency_number": return emergency[danger(for: phrase)]
    case "cause": return current.fields[.finding]?.value
    case "last_contact":
      // “Nothing since Thursday” is said on another day than Thursday.
      return (current.unspokenPromise?.at ?? current.earlier?.at).flatMap {
        now.seconds(since: $0) < 86_400 ? nil : date($0)
      }
    case "promise":
      return current.unspokenPromise?.what ?? current.earlier?.promise?.what
        ?? current.commitments.last { $0.state == .broken }?.what
    case "action" where phrase?.lock == .promiseKept:
      // What is done is what was just kept, and never another promise that still runs.
      return current.language == .en ? nil : current.lastSettledPromise?.what
    case "due":
      // A way out has a time of its own, and no other promise's.
      let ways: Set<String> = ["option", "amount", "action"]
      let names = phrase.map { !ways.isDisjoint(with: $0.variables) } ?? false
      return (names ? dueOfChosen : dueOnRecord).map(time)
    default: return solution(variable)
    }
  }

  /// The times the record puts into a phrase and its words promise.
  func promised(in phrase: Phrase) -> [String: Instant] {
    guard phrase.variables.contains("known_next"), let next = announcement?.next else { return [:] }
    return ["known_next": next]
  }

  /// Words that begin an English sentence and are no names.
  private static let openers: Set<String> = [
    "a", "after", "an", "both", "every", "it", "it's", "last", "my", "nobody", "no", "order", "our",
    "since", "somebody", "someone", "still", "that", "the", "their", "there", "there's", "they",
    "this", "two", "we", "when", "you", "you've", "you're", "your",
  ]

  /// A customer's sentence as it stands behind a colon: without the capital it began with.
  static func clause(_ sentence: String) -> String {
    let first = sentence.prefix { !$0.isWhitespace }.lowercased().replacing("’", with: "'")
    guard openers.contains(first) else { return sentence }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  /// The danger whose number is to be called: the one at hand, unless the words are for others;
  /// where none is at hand or named, the number for somebody hurt.
  private func danger(for phrase: Phrase?) -> DangerKind {
    let meant = phrase?.dangers ?? []
    if let danger = open.current.danger, meant.isEmpty || meant.contains(danger) { return danger }
    return DangerKind.allCases.first(where: meant.contains) ?? .injury
  }

  /// What was put on the table, granted or accepted.
  private func solution(_ variable: String) -> String? {
    let current = open.current
    let options = current.plan?.options ?? []
    switch variable {
    case "option": return chosen?.what
    case "approved":
      guard let request = current.untoldDecision, case .remedy(let option) = request.subject,
        request.decision?.approved == true
      else { return nil }
      return option.what
    case "option_a": return options.count > 1 ? options[0].what : nil
    case "option_b": return options.count > 1 ? options[1].what : nil
    case "due_a": return options.count > 1 ? options[0].due.map(time) : nil
    case "due_b": return options.count > 1 ? options[1].due.map(time) : nil
    case "amount":
      return paidBack?.amount.map { MoneyWords(current.language).spoken($0) }
    case "goodwill": return goodwill?.amount.map { MoneyWords(current.language).spoken($0) }
    case "goodwill_due": return goodwill?.due.map(time)
    case "action":
      // In Chinese both are verb phrases; in English an option is a noun phrase and would not fit.
      return current.language == .en ? nil : chosen?.what
    default: return nil
    }
  }

  /// The option that was granted or taken, or the only one on the table.
  private var chosen: PlanOption? {
    let current = open.current
    if let grant = current.grant { return grant }
    guard let plan = current.plan else { return nil }
    if let taken = plan.answer?.option, plan.options.indices.contains(taken) {
      return plan.options[taken]
    }
    return plan.options.count == 1 ? plan.options[0] : nil
  }

  /// Money on record that goes back to the customer; a gesture beside it is another sum.
  private var paidBack: PlanOption? {
    let settled = open.current.settledOptions.last {
      $0.amount != nil && !gestures.contains($0.remedy)
    }
    guard let option = settled ?? chosen, !gestures.contains(option.remedy) else { return nil }
    return option
  }

  /// The gesture that was granted or accepted last.
  private var goodwill: PlanOption? {
    open.current.settledOptions.last { $0.amount != nil && gestures.contains($0.remedy) }
  }

  /// When the way out is due, while that lies ahead.
  private var dueOfChosen: Instant? {
    (open.current.grant ?? chosen)?.due.flatMap { $0 > now ? $0 : nil }
  }

  /// The time that is on the record already: no new promise is made by naming it.
  private var dueOnRecord: Instant? {
    dueOfChosen ?? open.standing.promises.first { $0.due > now }?.due
  }

  /// What to propose for a variable that an agent has to say.
  func proposal(for variable: String) -> String {
    if let known = typed[variable] { return known }
    if let field = PhraseValues.field(of: variable) {
      return open.proposals(for: field).first ?? ""
    }
    switch variable {
    case "symptom": return open.current.fields[.problem]?.value ?? ""
    case "reason": return open.current.fields[.finding]?.value ?? ""
    default: return ""
    }
  }

  func time(_ instant: Instant) -> String {
    TimeWords(open.current.language, timeZone: timeZone).point(instant, now: now)
  }

  private func date(_ instant: Instant) -> String {
    TimeWords(open.current.language, timeZone: timeZone).date(instant, now: now)
  }
}

extension String {
  /// Without these at its end.
  fileprivate func trimmed(of ends: Set<Character>) -> Substring {
    guard let last = lastIndex(where: { !ends.contains($0) }) else { return "" }
    return self[...last]
  }
}
