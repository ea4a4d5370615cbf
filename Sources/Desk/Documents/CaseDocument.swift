import Language
package import Vocabulary
package import Workflow

/// A case as `calmdesk case REF --json` prints it.
package struct CaseDocument {
  let shown: Case
  let rules: Rules
  let readings: [Int: StoredReading]
  let role: Role
  let now: Instant

  package init(
    of shown: Case, by rules: Rules, readings: [StoredReading], role: Role, now: Instant
  ) {
    self.shown = shown
    self.rules = rules
    self.readings = Dictionary(readings.map { ($0.message, $0) }) { _, last in last }
    self.role = role
    self.now = now
  }

  /// One JSON object.
  package var value: JSONValue {
    .object([
      "ref": .string(shown.ref.rawValue), "state": .string(shown.state.rawValue),
      "procedure": .string(shown.procedure.rawValue), "step": .string(shown.step.rawValue),
      "owner": .optional(shown.owner), "handler": .optional(shown.handler),
      "epoch": .int(Int64(shown.epoch)), "channel": .string(shown.channel.rawValue),
      "lang": .string(shown.language.rawValue), "customer": customer,
      "opened_at": .string(shown.openedAt.description),
      "opened_by": .string(shown.openedBy.rawValue),
      "heat": .object([
        "level": .string(shown.heat.rawValue),
        "direction": .string(course.direction.rawValue),
        "score": course.score.map { .int(Int64($0)) } ?? .null,
        "at_start": .optional(shown.heatAtStart?.rawValue),
      ]),
      "messages": .array(shown.messages.map(message)), "fields": fields,
      "classification": classification, "gates": .array(gates),
      "remedies": .array(shown.plans.map(plan)),
      "commitments": .array(shown.commitments.map(commitment)),
      "follow_ups": .array(shown.followUps.map(followUp)),
      "tasks": .array(shown.tasks.map(task)),
      "improvements": .array(shown.improvements.map(improvement)),
      "approvals": .array(shown.approvals.map(approval)),
      "view": .optional(shown.view),
      "earlier": shown.earlier.map { .object(["ref": .string($0.ref.rawValue)]) } ?? .null,
      "vip": .bool(shown.customer.vip == true), "skips_level": .bool(shown.skipsLevel),
      "complained_about": .array(shown.complainedAbout.map { .string($0.rawValue) }),
      "links": .array(shown.links.map { .string($0.rawValue) }),
      "hand": shown.hand.map {
        .object(["by": .string($0.by.rawValue), "words": .string($0.words)])
      } ?? .null,
      "escalation": escalation,
      "consultations": .array(shown.consultations.map(\.document)),
      "calls_for_session": .bool(shown.callsForSession(by: rules.together) != nil),
      "threat": shown.threat.map { .int(Int64($0)) } ?? .null,
      "danger": .optional(shown.danger?.rawValue), "identified": .bool(shown.identified),
      "open_questions": .array(shown.openQuestions.map { .int(Int64($0)) }),
      "overrides": .array(shown.overrides.map(override)),
      "clocks": .array(
        shown.clocks(by: rules.clocks).map {
          .object([
            "name": .string($0.name.rawValue), "at": .string($0.at.description),
            "warn_at": .optional($0.warnAt?.description),
            "broken": .bool($0.standing(at: now) == .broken),
          ])
        }),
      "chases": .int(Int64(shown.chases(by: rules.clocks))),
      "clocks_paused_since": .optional(shown.pausedSince(by: rules.clocks)?.description),
      "satisfaction": satisfaction, "disposition": disposition,
      "version": .int(Int64(shown.version)),
    ])
  }

  /// How hot what the customer wrote is, and where it is going; no score before they wrote.
  private var course: (score: Int?, direction: HeatDirection) {
    let heats = shown.messages.compactMap { readings[$0.number]?.customer?.heat }
    let course = HeatCourse(heats)
    return (heats.isEmpty ? nil : course.score, course.direction)
  }

  private var customer: JSONValue {
    .object([
      "name": .string(shown.customer.name), "phone": .optional(shown.customer.phone),
      "email": .optional(shown.customer.email), "company": .optional(shown.customer.company),
    ])
  }

  private func message(_ message: Message) -> JSONValue {
    var value: [String: JSONValue] = [
      "number": .int(Int64(message.number)), "at": .string(message.at.description),
      "from": .string(message.from.rawValue), "kind": .string(message.kind.rawValue),
      "by": .optional(message.by), "text": .string(message.text),
      "heat": .optional(message.heat?.rawValue),
      "acts": .array(message.acts.map(\.rawValue).sorted().map(JSONValue.string)),
      "moves": .array(message.moves.map(\.rawValue).sorted().map(JSONValue.string)),
      "reading": .string(message.source.rawValue), "public": .bool(message.isPublic),
      "sources": .array(message.sources.map { .string($0.rawValue) }),
      "history": .bool(message.isHistory), "retracted": .bool(message.retracted),
    ]
    if let heat = readings[message.number]?.customer?.heat {
      value["score"] = .int(Int64(heat.score))
      value["mood"] = .string(heat.mood.rawValue)
      value["signals"] = .array(
        heat.signals.map {
          .object([
            "kind": .string($0.kind), "start": .int(Int64($0.span.start)),
            "end": .int(Int64($0.span.end)), "weight": .number($0.weight),
          ])
        })
    }
    return .object(value)
  }

  private var fields: JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: shown.fields.map { name, field in
          let value: [String: JSONValue] =
            field.value.map { ["value": .string($0)] }
            ?? ["unknown": true, "reason": .optional(field.reason)]
          return (
            name.rawValue,
            .object(
              value.merging([
                "by": .string(field.by.rawValue), "at": .string(field.at.description),
              ]) { own, _ in own })
          )
        }))
  }

  private var escalation: JSONValue {
    guard let above = shown.escalation else { return .null }
    return .object([
      "to": .string(above.to), "due": .string(above.due.description),
      "answered": .bool(above.isAnswered),
      "raises_at": .optional(shown.raisesAt(by: rules.clocks)?.description),
    ])
  }

  private var classification: JSONValue {
    let parts = shown.classification
    return .object([
      "class": .optional(parts.class?.rawValue), "kind": .optional(parts.kind?.rawValue),
      "content": .optional(parts.content?.rawValue), "cause": .optional(parts.cause?.rawValue),
      "fault": .optional(parts.fault?.rawValue),
      "severity": parts.severity.map { .int(Int64($0)) } ?? .null,
      "need": .optional(parts.need?.rawValue), "preset": .optional(parts.preset?.rawValue),
      "in_service": parts.inService.map { .bool($0) } ?? .null,
      "demand": .optional(parts.demand?.rawValue),
      "upheld_after_concern_at": .optional(shown.upheldAfterConcernAt?.description),
    ])
  }

  /// The gates of every step's leaving, and those of closing.
  private var gates: [JSONValue] {
    let evaluation = Evaluation(of: shown, by: rules, about: Subject(role: role), now: now)
    let steps = rules.procedure.steps + rules.procedure.sideSteps
    let leaving = steps.flatMap { step in
      step.gates.map { gate(evaluation.status(of: $0), step: step.id) }
    }
    let others = (rules.procedure.gates + rules.house).map {
      gate(evaluation.status(of: $0), step: nil)
    }
    return leaving + others
  }

  private func gate(_ status: GateStatus, step: StepID?) -> JSONValue {
    let overridden = shown.overrides.contains { $0.gate == status.gate.id }
    let suspended = shown.danger != nil && status.gate.strength == .advice && !status.met
    let how: Met? =
      status.how ?? (overridden ? .overridden : nil) ?? (suspended ? .suspended : nil)
    return .object([
      "id": .string(status.gate.id.rawValue), "step": .optional(step),
      "on": .array(status.gate.occasions.map(\.rawValue).sorted().map(JSONValue.string)),
      "strength": .string(status.gate.strength.rawValue), "met": .bool(status.met),
      "how": .optional(how?.rawValue),
      "missing": .array(status.missing.map { .string($0.code) }),
    ])
  }

  private func plan(_ plan: Plan) -> JSONValue {
    .object([
      "plan": .int(Int64(plan.number)), "at": .string(plan.at.description),
      "by": .string(plan.by.rawValue), "only_one_because": .optional(plan.onlyOneBecause),
      "granted": .bool(plan.answer?.how == .granted),
      "options": .array(plan.options.map(CaseDocument.option)),
      "answer": plan.answer.map { answer in
        .object([
          "accepted": .bool(answer.accepted), "words": .string(answer.words),
          "option": answer.option.map { .int(Int64($0) + 1) } ?? .null,
          "how": .string(answer.how.rawValue), "at": .string(answer.at.description),
        ])
      } ?? .null,
    ])
  }

  private static func option(_ option: PlanOption) -> JSONValue {
    .object([
      "remedy": .string(option.remedy.rawValue), "what": .string(option.what),
      "amount": .optional(option.amount), "due": .optional(option.due),
    ])
  }

  private func commitment(_ promise: Commitment) -> JSONValue {
    .object([
      "number": .int(Int64(promise.number)), "what": .string(promise.what),
      "due": .string(promise.due.description), "by": .string(promise.by.rawValue),
      "state": .string(promise.state.rawValue),
    ])
  }

  private func task(_ task: FulfilmentTask) -> JSONValue {
    .object([
      "number": .int(Int64(task.number)), "department": .string(task.department),
      "what": .string(task.what), "due": .string(task.due.description),
      "by": .string(task.by.rawValue), "promise": task.promise.map { .int(Int64($0)) } ?? .null,
      "done_at": .optional(task.doneAt),
    ])
  }

  private func improvement(_ note: Improvement) -> JSONValue {
    .object([
      "cause": .string(note.cause), "proposal": .string(note.proposal),
      "by": .string(note.by.rawValue), "at": .string(note.at.description),
    ])
  }

  private func followUp(_ followUp: FollowUp) -> JSONValue {
    .object([
      "due": .string(followUp.due.description), "channel": .string(followUp.channel.rawValue),
      "outcome": .optional(followUp.outcome?.rawValue), "done_at": .optional(followUp.doneAt),
    ])
  }

  private func approval(_ request: ApprovalRequest) -> JSONValue {
    let subject: JSONValue =
      switch request.subject {
      case .remedy(let option): CaseDocument.option(option)
      case .close(let reason): .object(["close": .string(reason.rawValue)])
      }
    return .object([
      "request": .int(Int64(request.number)), "by": .string(request.by.rawValue),
      "subject": subject, "approved": request.decision.map { .bool($0.approved) } ?? .null,
      "decided_by": .optional(request.decision?.by),
      "reason": .optional(request.decision?.reason), "why": .optional(request.why),
      "due": .string(shown.clock(of: request, by: rules.clocks).at.description),
    ])
  }

  private func override(_ passed: Override) -> JSONValue {
    .object([
      "gate": .string(passed.gate.rawValue), "strength": .string(passed.strength.rawValue),
      "reason": .string(passed.reason), "by": .string(passed.by.rawValue),
      "at": .string(passed.at.description),
    ])
  }

  private var satisfaction: JSONValue {
    shown.survey.map {
      .object([
        "score": .int(Int64($0.score)), "words": .string($0.words),
        "ratings": .object(
          Dictionary(
            uniqueKeysWithValues: $0.ratings.map { ($0.key.rawValue, .int(Int64($0.value))) })),
      ])
    } ?? .null
  }

  private var disposition: JSONValue {
    shown.closed.map { closing in
      .object([
        "reason": .string(closing.reason.rawValue), "words": .string(closing.words),
        "at": .string(closing.at.description), "by": .string(closing.by.rawValue),
        "signed_off_by": .optional(closing.signedOffBy), "review": .bool(closing.review),
      ])
    } ?? .null
  }
}
