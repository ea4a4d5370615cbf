import Vocabulary
import Workflow

extension Rules {
  /// The six steps under the gates of the house, as the domain tells them.
  static let sixSteps = Rules(
    procedure: .sixSteps, house: Gate.house, authority: .small, clocks: .brisk,
    reasons: ["in_a_hurry", "said_differently", "not_needed"])
}

extension Authority {
  /// Refunds and vouchers up to a limit by role, exchanges for everybody, a legal right.
  static let small = Authority(
    remedies: [
      "refund": RemedyTerms(statutory: false, takesAmount: true),
      "voucher": RemedyTerms(statutory: false, takesAmount: true),
      "exchange": RemedyTerms(statutory: false, takesAmount: false),
      "visit": RemedyTerms(statutory: false, takesAmount: false),
      "legal_return": RemedyTerms(statutory: true, takesAmount: true),
    ],
    limits: [
      .agent: [
        "refund": .upTo(["CNY": 20_000]), "voucher": .upTo(["CNY": 3_000]),
        "exchange": .unlimited,
      ],
      .senior: ["refund": .upTo(["CNY": 100_000]), "exchange": .unlimited],
      .supervisor: [
        "refund": .upTo(["CNY": 500_000]), "voucher": .upTo(["CNY": 50_000]),
        "exchange": .unlimited, "visit": .unlimited,
      ],
    ],
    permissions: [
      .agent: [.work, .intake], .trainer: [.work, .intake],
      .senior: [.work, .intake, .takeOver],
      .supervisor: Set(Permission.allCases), .auditor: [],
    ],
    currencies: [.en: "CNY", .zhHans: "CNY", .zhHant: "CNY"])
}

extension ClockRules {
  /// A minute to answer a hot chat, five a cool one; a day of silence before a nudge.
  static let brisk = ClockRules(
    respond: [
      .chat: [.calm: 300, .uneasy: 180, .angry: 60, .explosive: 60], .phone: [.calm: 60],
    ],
    nudge: [.chat: 86_400, .phone: 86_400, .mail: 259_200, .public: 86_400])
}

extension Gate {
  /// A gate in one line.
  static func advice(_ id: GateID, _ occasion: Occasion = .leave, _ condition: Condition) -> Gate {
    Gate(id: id, occasions: [occasion], strength: .advice, condition: condition)
  }

  static func policy(_ id: GateID, _ occasions: Set<Occasion>, _ condition: Condition) -> Gate {
    Gate(id: id, occasions: occasions, strength: .policy, condition: condition)
  }

  /// The gates that stand in every procedure.
  static let house: [Gate] = [
    .policy("authority", [.offer, .grant, .approve], .withinAuthority),
    .policy("public", [.publicSend], .notDisclosing([.personalData, .remedy, .liability])),
    .policy("identity", [.send, .grant], .any([.identified, .notDisclosing([.accountData])])),
    .policy("identity_for_grant", [.grant], .any([.identified, .onFile(.order)])),
    .policy("unanswered", [.close], .nothingUnanswered),
    .policy("closing_answer", [.close], .any(closingAnswers)),
    .policy(
      "sign_off", [.close],
      .any([
        .all([.closing(harmless), .severity(atMost: 2)]), .signedOff,
      ])),
    .policy(
      "finding_before_no", [.close],
      .any([.closing(CloseReason.allCases.filter { $0 != .declined }), .onFile(.finding)])),
    .advice(
      "follow_up_first", .close,
      .any([
        .closing([.withdrawn, .duplicate, .misdirected, .noReply, .unreachable, .granted]),
        .followUp,
      ])),
    .advice("promises_kept", .close, .promisesKept),
    .advice("heard_again", .leave, .heardAgain),
    .advice("two_or_one", .offer, .options(2)),
    .advice("dated", .offer, .dated),
    .advice("changed_asked", .offer, .changeAsked),
    .advice(
      "small_grant", .grant,
      .all([
        .severity(atMost: 2), .noField(.otherDemands), .noEarlierFailure,
      ])),
  ]

  private static let harmless = CloseReason.allCases.filter {
    $0 != .declined && $0 != .referred
  }

  private static let closingAnswers: [Condition] = [
    .all([
      .closing([.satisfied]), .any([.satisfaction, .followUpSettled, .impliedAcceptance]),
    ]),
    .all([.closing([.accepted]), .answered(.accepted)]),
    .all([.closing([.granted]), .granted]),
    .all([
      .closing([.answered]), .any([.impliedAcceptance, .answered(.any), .nudges(1)]),
    ]),
    .all([.closing([.noReply, .unreachable]), .nudges(2)]),
    .all([.closing([.duplicate]), .linked]),
    .closing([.withdrawn, .misdirected, .declined, .referred]),
  ]
}
