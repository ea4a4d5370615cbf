import Vocabulary
import Workflow

/// Reads the arguments of one named command.
struct CommandReader {
  let arguments: Arguments
  /// The currency an amount without a code is in.
  let currency: String

  init(_ arguments: Arguments, currency: String) {
    self.arguments = arguments
    self.currency = currency
  }

  /// The command called `name`.
  ///
  /// - Throws: `DeskError.malformed` with a sentence.
  func command(_ name: String) throws -> CaseCommand {
    if let command = try holding(name) { return command }
    if let command = try conversing(name) { return command }
    if let command = try settling(name) { return command }
    if let command = try recording(name) { return command }
    throw DeskError.malformed(
      "There is no command “\(name.inOneLine(limit: 40))”; “calmdesk help do” lists them all.")
  }

  private func holding(_ name: String) throws -> CaseCommand? {
    switch name {
    case "claim": .claim
    case "release": .release
    case "transfer": .transfer(to: PersonID(try arguments.name("to")))
    case "accept": .accept
    case "decline": .decline
    case "take_over": .takeOver(reason: try arguments.text("reason"))
    case "escalate":
      .escalate(to: try arguments.optionalText("to") ?? "", due: try arguments.instant("due"))
    case "snooze": .snooze(until: try arguments.instant("until"))
    case "wake": .wake
    case "raise_hand": .raiseHand(words: try arguments.optionalText("words") ?? "")
    case "lower_hand": .lowerHand
    case "advance": .advance(to: try arguments.optionalName("to").map { StepID($0) })
    case "back": .back(to: try arguments.optionalName("to").map { StepID($0) })
    case "skip":
      .skip(to: StepID(try arguments.name("to")), reason: try arguments.text("reason"))
    case "reopen": .reopen(reason: try arguments.text("reason"))
    case "close":
      .close(
        try arguments.choice("reason", CloseReason.self),
        words: try arguments.optionalText("words") ?? "")
    default: nil
    }
  }

  private func conversing(_ name: String) throws -> CaseCommand? {
    switch name {
    case "receive":
      .receive(
        text: try arguments.text("text"), spoken: try arguments.flag("spoken") ?? false,
        isPublic: try arguments.flag("public"))
    case "send": .send(try draft())
    case "say": .say(try draft())
    case "retract": .retract(message: try arguments.int("message"))
    case "note": .note(text: try arguments.text("text"))
    case "whisper": .whisper(text: try arguments.text("text"))
    case "attest": .attest(try arguments.choice("act", SpeechAct.self))
    case "cite":
      .cite(
        SourceID(try arguments.name("source")), message: try arguments.optionalInt("message"))
    case "correct":
      .correct(
        message: try arguments.int("message"), acts: try acts(),
        heat: try arguments.optional("heat", HeatLevel.self))
    case "confirm": .confirm(try arguments.choice("what", Confirmable.self))
    case "identify": .identify(how: try arguments.optionalText("how") ?? "")
    default: nil
    }
  }

  private func settling(_ name: String) throws -> CaseCommand? {
    switch name {
    case "offer":
      .offer(
        options: try arguments.each("options", "Option") { item in
          try CommandReader(item, currency: currency).option()
        } ?? [], onlyOneBecause: try arguments.optionalText("because"))
    case "answer":
      .answer(
        accepted: try accepted(), option: try chosen(),
        words: try arguments.text("words"), plan: try arguments.optionalInt("plan"))
    case "ask_view": .askView(words: try arguments.text("words"))
    case "grant":
      .grant(try option(), draft: arguments.value["text"] == nil ? nil : try draft())
    case "request_approval":
      if let reason = try arguments.optional("close", CloseReason.self) {
        .requestApproval(.close(reason), why: try arguments.optionalText("why") ?? "")
      } else {
        .requestApproval(
          .remedy(try option()), why: try arguments.optionalText("why") ?? "")
      }
    case "approve":
      .approve(
        request: try arguments.optionalInt("request"),
        reason: try arguments.optionalText("reason") ?? "")
    case "deny":
      .deny(
        request: try arguments.optionalInt("request"), reason: try arguments.text("reason"))
    case "promise":
      .promise(what: try arguments.text("what"), due: try arguments.instant("due"))
    case "keep", "keep_promise":
      .settlePromise(number: try arguments.optionalInt("promise"), kept: true)
    case "break", "break_promise":
      .settlePromise(number: try arguments.optionalInt("promise"), kept: false)
    case "withdraw_promise":
      .withdrawPromise(
        number: try arguments.optionalInt("promise"), reason: try arguments.text("reason"))
    default: nil
    }
  }

  private func recording(_ name: String) throws -> CaseCommand? {
    switch name {
    case "set":
      .set(
        try arguments.choice("field", FieldName.self), value: try value(),
        reason: try arguments.optionalText("reason"))
    case "classify": .classify(try classification())
    case "follow_up":
      if try arguments.flag("done") == true {
        .followUpDone(outcome: try outcome())
      } else {
        .arrangeFollowUp(
          due: try arguments.optionalInstant("due"),
          channel: try arguments.optional("channel", Channel.self))
      }
    case "survey":
      .survey(
        score: try arguments.optionalInt("score"),
        words: try arguments.optionalText("words") ?? "", ratings: try ratings())
    case "improve":
      .improve(
        cause: try arguments.optionalText("cause") ?? "",
        proposal: try arguments.text("proposal"))
    case "task":
      .task(
        department: try arguments.name("department"), what: try arguments.text("what"),
        due: try arguments.instant("due"), promise: try arguments.optionalInt("promise"))
    case "task_done": .taskDone(number: try arguments.optionalInt("task"))
    case "tag":
      .tag(TagID(try arguments.name("tag")), on: try arguments.flag("on") ?? true)
    case "flag": .flag(evidence: try arguments.text("evidence"))
    case "flag_malicious": .proposeConduct(.malicious, evidence: try evidence())
    case "refer_legal": .proposeConduct(.legal, evidence: try evidence())
    case "decide_flag":
      .decideConduct(
        number: try arguments.optionalInt("flag"),
        confirmed: try arguments.flag("confirmed") ?? false, reason: try arguments.text("reason"))
    case "lift_flag":
      .liftConduct(
        number: try arguments.optionalInt("flag"), reason: try arguments.text("reason"))
    case "danger":
      if try arguments.flag("over") == true {
        .dangerOver
      } else {
        .danger(try arguments.choice("kind", DangerKind.self))
      }
    case "see_threat": .seeThreat
    case "consult":
      .consult(
        asked: try asked(), question: try arguments.text("question"),
        due: try arguments.optionalInstant("due"), tells: try arguments.optionalInstant("tells"))
    case "give_view":
      .giveView(
        number: try arguments.optionalInt("consultation"), words: try arguments.text("words"))
    case "end_consultation":
      .endConsult(
        number: try arguments.optionalInt("consultation"),
        outcome: try arguments.optional("outcome", ConsultOutcome.self),
        words: try arguments.optionalText("words") ?? "",
        route: try arguments.optionalText("route") ?? "")
    case "announce":
      .announce(
        MatterID(try arguments.name("matter")), words: try arguments.optionalText("words") ?? "",
        language: try arguments.optional("lang", LanguageTag.self) ?? .en,
        next: try arguments.optionalInstant("next"))
    case "language": .changeLanguage(try arguments.choice("to", LanguageTag.self))
    case "complained_about":
      .complainedAbout(
        PersonID(try arguments.name("person")), on: try arguments.flag("on") ?? true)
    case "vip": .vip(on: try arguments.flag("on") ?? true)
    case "link": .link(CaseRef(try arguments.name("to")))
    default: nil
    }
  }

  // MARK: - Parts

  /// What a look back found: a word, or the answers to its two questions (S2-34).
  private func outcome() throws -> FollowUpOutcome {
    guard arguments.value["outcome"] == nil, let solved = try arguments.flag("solved") else {
      return try arguments.choice("outcome", FollowUpOutcome.self)
    }
    if !solved { return .notFixed }
    return try arguments.flag("new_problem") == true ? .newProblem : .fixed
  }

  /// Whom a question goes to: people by their ids, and a role.
  private func asked() throws -> [Asked] {
    let people = (try arguments.texts("people") ?? []).map { Asked.person(PersonID($0)) }
    return people + [try arguments.optional("role", Role.self)].compactMap(\.self).map(Asked.role)
  }

  private func evidence() throws -> [Evidence] {
    try arguments.each("evidence", "Evidence") { one in
      Evidence(item: EvidenceID(try one.name("item")), note: try one.text("note"))
    } ?? []
  }

  private func ratings() throws -> [SurveyItem: Int] {
    try SurveyItem.allCases.reduce(into: [:]) { ratings, item in
      if let rating = try arguments.optionalInt(item.rawValue) { ratings[item] = rating }
    }
  }

  private func draft() throws -> Draft {
    Draft(
      text: try arguments.text("text"),
      phrases: (try arguments.texts("phrases") ?? []).map { PhraseID($0) },
      promises: try arguments.each("promises", "Promise") { promise in
        DraftPromise(what: try promise.text("what"), due: try promise.instant("due"))
      } ?? [], isPublic: try arguments.flag("public"))
  }

  private func option() throws -> PlanOption {
    let remedy = RemedyID(try arguments.name("remedy"))
    return PlanOption(
      remedy: remedy, what: try arguments.optionalText("what") ?? remedy.rawValue,
      amount: try amount(), due: try arguments.optionalInstant("due"),
      guarantee: try arguments.optionalName("guarantee").map { GuaranteeID($0) })
  }

  private func amount() throws -> Money? {
    let text: String
    switch arguments.value["amount"] {
    case nil: return nil
    case .int(let units): text = String(units)
    case .number(let units): text = String(units)
    case .string(let words): text = words
    case .some(let other):
      throw DeskError.malformed(
        "“amount” must be a number or a text such as “CNY 89.50”, but it is \(other.sort).")
    }
    guard let money = Money(text, currency: currency) else {
      throw DeskError.malformed(
        "“amount” must be a number or a text such as “CNY 89.50”, but it is "
          + "“\(text.inOneLine(limit: 40))”.")
    }
    return money
  }

  /// Which option the customer took; documents count options from 1, as people do.
  private func chosen() throws -> Int? {
    guard let number = try arguments.optionalInt("option") else { return nil }
    guard (1...1000).contains(number) else {
      throw DeskError.malformed("“option” counts from 1, but it is \(number).")
    }
    return number - 1
  }

  private func accepted() throws -> Bool {
    guard let accepted = try arguments.flag("accepted") else {
      throw arguments.missing("accepted")
    }
    return accepted
  }

  private func value() throws -> String? {
    if try arguments.flag("unknown") == true { return nil }
    return try arguments.text("value")
  }

  private func acts() throws -> Set<SpeechAct>? {
    guard let names = try arguments.texts("acts") else { return nil }
    return Set(
      try names.map { name in
        guard let act = SpeechAct(rawValue: name) else {
          throw DeskError.malformed(
            "“acts” names “\(name.inOneLine(limit: 40))”, which is none of "
              + SpeechAct.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        return act
      })
  }

  private func classification() throws -> Classification {
    Classification(
      class: try arguments.optional("class", CaseClass.self),
      kind: try arguments.optional("kind", CaseKind.self),
      content: try arguments.optional("content", CaseContent.self),
      cause: try arguments.optional("cause", CaseCause.self),
      fault: try arguments.optional("fault", Fault.self),
      severity: try arguments.optionalInt("severity"),
      need: try arguments.optional("need", CustomerNeed.self),
      preset: try arguments.optionalText("preset").map { ClockPresetID($0) },
      inService: try arguments.flag("in_service"),
      demand: try arguments.optional("demand", DemandStanding.self))
  }
}
