import Playbook

/// A playbook of a few lines, made up for tests: two steps, one remedy, one phrase.
struct SmallPlaybook {
  /// The shipped layer's files by path.
  var base: [String: String] = SmallPlaybook.files
  /// The files laid over them.
  var overlay: [String: String] = [:]

  /// The playbook with `new` put in place of `old` in one file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - old: must stand in it.
  ///   - new: stands there instead.
  /// - Returns: the changed playbook.
  static func changing(_ path: String, _ old: String, to new: String) -> SmallPlaybook {
    var small = SmallPlaybook()
    small.base[path] = small.base[path]?.replacing(old, with: new)
    return small
  }

  /// The playbook with `text` laid over it at `path`.
  static func laying(_ path: String, _ text: String) -> SmallPlaybook {
    var small = SmallPlaybook()
    small.overlay[path] = text
    return small
  }

  var playbook: Playbook {
    var layers: [PlaybookLayer] = []
    if !overlay.isEmpty {
      let files = Dictionary(uniqueKeysWithValues: overlay.map { ("/ours/" + $0, $1) })
      layers.append(PlaybookLayer(root: "/ours", files: .memory(files), isBase: false))
    }
    let files = Dictionary(uniqueKeysWithValues: base.map { ("/base/" + $0, $1) })
    layers.append(PlaybookLayer(root: "/base", files: .memory(files), isBase: true))
    return Playbook(layers: layers)
  }

  static let files: [String: String] = [
    "procedures/small.yaml": small, "procedures/house.yaml": house,
    "remedies/remedies.yaml": remedies, "authority/authority.yaml": authority,
    "authority/reasons.yaml": reasons, "clocks/clocks.yaml": clocks,
    "phrases/catalogue.yaml": catalogue, "phrases/en.yaml": "hello.chat: Hello, {agent} here.\n",
    "phrases/zh-Hans.yaml": "hello.chat: 您好，我是{agent}。\n",
    "phrases/zh-Hant.yaml": "hello.chat: 您好，我是{agent}。\n",
    "locales/en.yaml": "role:\n  agent: agent\ngreet: Hello {name}\n",
  ]

  static let small = """
    id: small
    name: {en: Small, zh-Hans: 小, zh-Hant: 小}
    purpose: {en: Be quick, zh-Hans: 快, zh-Hant: 快}
    grant_step: end
    steps:
      - id: hear
        stages: [vent]
        name: {en: Hear, zh-Hans: 听, zh-Hant: 聽}
        purpose: {en: Listen, zh-Hans: 听, zh-Hant: 聽}
        do: {en: [Listen], zh-Hans: [听], zh-Hant: [聽]}
        never: {en: [Calm down.], zh-Hans: [别激动。], zh-Hant: [冷靜。]}
        gates:
          - id: heard
            on: [leave]
            strength: advice
            when: {all: [customer_spoke, {fields: [problem]}]}
            words: {en: Heard, zh-Hans: 听了, zh-Hant: 聽了}
        branches: [{to: end}]
      - id: end
        name: {en: End, zh-Hans: 完, zh-Hant: 完}
        purpose: {en: Look back, zh-Hans: 回访, zh-Hant: 回訪}
        do: {en: [Ask], zh-Hans: [问], zh-Hant: [問]}
        never: {en: [], zh-Hans: [], zh-Hant: []}

    """

  static let house = """
    gates:
      - {id: authority, on: [offer, grant, approve], strength: policy, when: within_authority,
         words: {en: Within limit, zh-Hans: 权限内, zh-Hant: 權限內}}
      - {id: public, on: [public_send], strength: policy,
         when: {not_disclosing: [personal_data, remedy, liability]},
         words: {en: Nothing private, zh-Hans: 不提, zh-Hant: 不提}}
      - {id: identity, on: [send], strength: policy,
         when: {any: [identified, {not_disclosing: [account_data]}]},
         words: {en: Checked, zh-Hans: 核对, zh-Hant: 核對}}
      - {id: unanswered, on: [close], strength: policy, when: nothing_unanswered,
         words: {en: Answered, zh-Hans: 已回, zh-Hant: 已回}}
      - {id: closing_answer, on: [close], strength: policy,
         when: {any: [{closing: [withdrawn, misdirected, declined, referred]}, satisfaction,
                      {answered: any}, granted, {nudges: 2}, linked]},
         words: {en: Borne out, zh-Hans: 有依据, zh-Hant: 有依據}}
      - {id: sign_off, on: [close], strength: policy,
         when: {any: [{closing: [satisfied, accepted, granted, answered, withdrawn, duplicate,
                                 misdirected, no_reply, unreachable]}, signed_off]},
         words: {en: Signed off, zh-Hans: 签核, zh-Hant: 簽核}}
      - {id: finding_before_no, on: [close], strength: policy,
         when: {any: [{closing: [satisfied, accepted, granted, answered, withdrawn, duplicate,
                                 misdirected, no_reply, unreachable, referred]},
                      {on_file: finding}]},
         words: {en: Found out, zh-Hans: 查明, zh-Hant: 查明}}

    """

  static let remedies = """
    remedies:
      - id: refund
        kind: entitlement
        takes_amount: true
        basis: {en: Paid, zh-Hans: 已付, zh-Hant: 已付}
        name: {en: Refund, zh-Hans: 退款, zh-Hant: 退款}
        what: {en: "{amount} back", zh-Hans: "退{amount}", zh-Hant: "退 {amount}"}

    """

  static let authority = """
    currencies: {en: USD, zh-Hans: CNY, zh-Hant: TWD}
    permissions: {agent: [intake, work], supervisor: [work, override]}
    limits:
      agent: {refund: {CNY: 200, USD: 30}}
      supervisor: {refund: unlimited}

    """

  static let reasons = """
    reasons:
      - id: hurry
        words: {en: In a hurry, zh-Hans: 赶时间, zh-Hant: 趕時間}

    """

  static let clocks = """
    respond:
      chat: {calm: 3m, uneasy: 2m, angry: 1m, explosive: 30s}
      phone: {calm: 60s, uneasy: 45s, angry: 30s, explosive: 30s}
      mail: {calm: 24h, uneasy: 12h, angry: 8h, explosive: 4h}
      public: {calm: 2h, uneasy: 1h, angry: 30m, explosive: 15m}
    nudge: {chat: 24h, phone: 24h, mail: 3d, public: 24h}
    follow_up: 3d
    progress: 24h
    returning: 30d
    undo: 10s

    """

  static let catalogue = """
    phrases:
      - id: hello.chat
        kind: greeting
        steps: [vent]
        channels: [chat]
        acts: [greeting]
        variables: [agent]

    """
}
