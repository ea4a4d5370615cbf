import Foundation
import Playbook
import Vocabulary
import Workflow

/// One complaint as a sheet to be printed and signed (S1-2, S1-7), in the words of one language.
package struct RegisterSheet: Equatable, Sendable {
  package var title: String
  package var sections: [Section]
  /// Who signs, each for a line with a date.
  package var signatures: [String]
  /// What stands before the date of a signature.
  package var dated: String
  /// That details are masked; nil where they are not.
  package var remark: String?

  /// A part of the sheet.
  package struct Section: Equatable, Sendable {
    package var title: String
    package var rows: [Row]
  }

  /// What something is called, and what it is.
  package struct Row: Equatable, Sendable {
    package var label: String
    package var value: String
  }
}

extension RegisterSheet {
  /// - Parameters:
  ///   - shown: the case.
  ///   - wording: names in the language of the sheet, of the case's procedure.
  ///   - mask: what is hidden of it.
  init(of shown: Case, in wording: Wording, mask: PersonalMask) {
    let made = SheetMaker(shown: shown, wording: wording, mask: mask)
    let texts = wording.texts
    title = texts["register.title"] + " " + shown.ref.rawValue
    sections = [
      made.receipt, made.complaint, made.findings, made.solution, made.commitments,
      made.followUp, made.closing,
    ].filter { !$0.rows.isEmpty }
    signatures = ["taken_in", "handled", "supervisor", "customer"].map {
      texts["register.signature.\($0)"]
    }
    dated = texts["register.signature.date"]
    remark = mask.isOn ? texts["register.masked"] : nil
  }
}

/// Fills a sheet in.
private struct SheetMaker {
  let shown: Case
  let wording: Wording
  let mask: PersonalMask

  typealias Row = RegisterSheet.Row

  private func section(_ key: String, _ rows: [Row?]) -> RegisterSheet.Section {
    RegisterSheet.Section(
      title: wording.texts["register.section.\(key)"], rows: rows.compactMap(\.self))
  }

  private func row(_ key: String, _ value: String?) -> Row? {
    value.map { Row(label: wording.texts["register.\(key)"], value: $0) }
  }

  /// A field; one of the first ones is there even when nobody filled it in.
  private func field(_ name: FieldName, always: Bool = false) -> Row? {
    let label = wording.name(of: name)
    guard let entry = shown.fields[name] else {
      return always ? Row(label: label, value: "–") : nil
    }
    if let value = entry.value { return Row(label: label, value: mask.value(value, of: name)) }
    let reason = entry.reason.map { " (\(mask.words(wording.words(ofReason: $0))))" } ?? ""
    return Row(label: label, value: "–" + reason)
  }

  private func named(_ key: String, _ term: (some LocaleTerm)?) -> Row? {
    row(key, term.map { wording.name(of: $0) })
  }

  /// A day and a minute that mean the same whenever the sheet is read.
  private func date(_ instant: Instant) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = wording.timeZone
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute], from: instant.date)
    func two(_ number: Int?) -> String {
      let number = number ?? 0
      return number < 10 ? "0\(number)" : "\(number)"
    }
    return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) "
      + "\(two(parts.hour)):\(two(parts.minute))"
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: - Sections

  var receipt: RegisterSheet.Section {
    section(
      "receipt",
      [
        row("opened_at", date(shown.openedAt)),
        row("opened_by", mask.staff(wording.name(of: shown.openedBy))),
        row("owner", shown.owner.map { mask.staff(wording.name(of: $0)) }),
        row("channel", wording.name(of: shown.channel)), field(.customer, always: true),
        field(.company), field(.phone, always: true), field(.email), field(.address),
      ])
  }

  var complaint: RegisterSheet.Section {
    let more: [FieldName] = [
      .specification, .batch, .productionDate, .purchasedOn, .happenedOn, .place, .people,
      .price, .evidence, .loss, .lossAmount, .customerAccount,
    ]
    return section(
      "complaint",
      [
        field(.problem, always: true), field(.demand, always: true), field(.otherDemands),
        field(.ownProposal), field(.order, always: true), field(.product, always: true),
      ] + more.map { field($0) })
  }

  var findings: RegisterSheet.Section {
    let parts = shown.classification
    return section(
      "findings",
      [
        field(.staffAccount), field(.finding, always: true), named("class", parts.class),
        named("kind", parts.kind), field(.authorityReference), named("content", parts.content),
        named("cause", parts.cause),
        named("fault", parts.fault),
        row("severity", parts.severity.map { wording.name(ofSeverity: $0) }),
      ])
  }

  var solution: RegisterSheet.Section {
    var rows: [Row?] = []
    for plan in shown.plans where !plan.isVoid {
      for (offset, option) in plan.options.enumerated() {
        let isTaken = plan.answer?.accepted == true && offset == plan.answer?.option ?? 0
        let isGranted = plan.answer?.how == .granted
        let label = isGranted ? "granted" : isTaken ? "accepted" : "offered"
        rows.append(
          row(
            label,
            joined([
              mask.words(option.what), option.amount.map(wording.money.shown),
              option.due.map(date),
            ])))
      }
      if let answer = plan.answer, answer.how == .recorded, !answer.words.isEmpty {
        rows.append(row(answer.accepted ? "agreed" : "turned_down", mask.words(answer.words)))
      }
    }
    for request in shown.approvals {
      guard let decision = request.decision else { continue }
      rows.append(
        row(
          decision.approved ? "approved" : "denied",
          joined([
            what(request.subject), mask.staff(wording.name(of: decision.by)), date(decision.at),
            mask.words(decision.reason),
          ])))
    }
    return section("solution", rows)
  }

  private func what(_ subject: ApprovalSubject) -> String {
    switch subject {
    case .remedy(let option):
      joined([wording.name(of: option.remedy), option.amount.map(wording.money.shown)])
    case .close(let reason): wording.name(of: reason)
    }
  }

  var commitments: RegisterSheet.Section {
    section(
      "commitments",
      shown.commitments.map { promise in
        Row(
          label: wording.name(of: promise.state),
          value: joined([mask.words(promise.what), date(promise.due)]))
      }
        + shown.tasks.map { task in
          Row(
            label: wording.texts[task.doneAt == nil ? "task.open" : "task.done"],
            value: joined([
              task.department, mask.words(task.what), date(task.due), task.doneAt.map(date),
            ]))
        })
  }

  var followUp: RegisterSheet.Section {
    let looks: [Row?] = shown.followUps.map { look in
      Row(
        label: wording.name(of: look.channel),
        value: joined([date(look.due), look.outcome.map { wording.name(of: $0) }]))
    }
    let survey = shown.survey.map { survey in
      row(
        "satisfaction",
        joined(
          ["\(survey.score)/5"]
            + SurveyItem.allCases.compactMap { item in
              survey.ratings[item].map { "\(wording.name(of: item)) \($0)" }
            } + [mask.words(survey.words)]))
    }
    return section("follow_up", looks + [survey ?? nil])
  }

  var closing: RegisterSheet.Section {
    guard let closing = shown.closed else {
      return section("closing", [row("state", wording.name(of: shown.state))])
    }
    return section(
      "closing",
      [
        row("closed_as", wording.name(of: closing.reason)), row("closed_at", date(closing.at)),
        row("closing_words", closing.words.isEmpty ? nil : mask.words(closing.words)),
        row(
          "signed_off_by", closing.signedOffBy.map { mask.staff(wording.name(of: $0)) }),
      ]
        + shown.improvements.map { note in
          row("improvement", joined([mask.words(note.cause), mask.words(note.proposal)]))
        })
  }
}
