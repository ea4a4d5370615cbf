import Playbook
import Testing
import Vocabulary
import Workflow

/// What the engine says, in the words of the three languages.
struct WordingTests {
  private func wording(_ language: LanguageTag) throws -> Wording {
    try #require(ShippedPlaybook.found).wording(language, people: ["min": "Li Min"])
  }

  /// A refusal and how it reads in English, 简体中文 and 繁體中文.
  struct Said: Sendable, CustomTestStringConvertible {
    let refusal: Refusal
    let english: String
    let simplified: String
    let traditional: String

    init(_ refusal: Refusal, _ english: String, _ simplified: String, _ traditional: String) {
      self.refusal = refusal
      self.english = english
      self.simplified = simplified
      self.traditional = traditional
    }

    var testDescription: String { "\(refusal.gate): \(english)" }
  }

  private static let playbookGates: [Said] = [
    Said(
      Refusal(
        gate: "unanswered", occasion: .close, needs: [.reply(to: [3, 5])], override: .supervisor),
      "The case can't be closed yet: “Every message and question answered” is not "
        + "met. Missing: a reply to messages 3 and 5. A supervisor can let it pass with a "
        + "reason.",
      "还不能结案：“顾客的话和问题都回了”还没做到。还差："
        + "回复第3、5条消息。主管写明理由后可以放行。",
      "還不能結案：「顧客的訊息和提問都已回覆」還沒做到。還缺："
        + "回覆第 3、5 則訊息。主管寫明理由後可以放行。"),
    Said(
      Refusal(
        gate: "heard", occasion: .leave, strength: .advice,
        needs: [.oneOf([.heat(below: .angry), .turns(2), .customerQuestion])], override: .agent,
        also: ["problem_stated"]),
      "This step isn't done yet: “The customer has finished” is not met. Missing: "
        + "either heat down to “uneasy”, or 2 more messages from them, or a question from them. To "
        + "go on all the same, a digit gives the reason. Also not met: “What happened, what they "
        + "want”.",
      "这一步还没做完：“顾客该说的都说了”还没做到。还差："
        + "火气降到“不悦”，或再听顾客说2次，或顾客开口问。"
        + "也可以按数字键选个理由，先往下走。另外还没做到：“问题和诉求，"
        + "各记下一句”。",
      "這一步還沒完成：「顧客想說的都說了」還沒做到。還缺："
        + "火氣降到「不悅」，或是顧客再說 2 次，或是顧客開口問問題。"
        + "按數字鍵選一個理由，就可以先往下走。另外還沒做到："
        + "「問題和訴求各記下一句」。"),
    Said(
      Refusal(
        gate: "authority", occasion: .offer, needs: [.approval("refund", leastRole: .senior)],
        override: .supervisor),
      "This can't be offered yet: “Within your limit, or approved” is not met. "
        + "Missing: approval of “Full refund” (senior agent or above). A supervisor can "
        + "let it pass with a reason.",
      "方案还不能提：“在你权限之内，或已获批准”还没做到。还差："
        + "“全额退款”要先批，资深客服就能批。主管写明理由后可以放行。",
      "做法還不能提出：「在你的權限內，或主管已核准」還沒做到。還缺："
        + "「全額退款」要先核准，資深客服就能核准。主管寫明理由後可以放行。"),
  ]

  private static let engineGates: [Said] = [
    Said(
      Refusal(
        gate: .holder, needs: [.heldBy("min")]),
      "Li Min has this case. Ask them for it, or ask for it to be taken over.",
      "这个案件在Li Min手上。先请对方转给你，或由主管接手。",
      "這個案件在Li Min手上。請對方轉給你，或由主管接手。"),
    Said(
      Refusal(
        gate: .holder, needs: [.claim]),
      "Nobody has this case yet. Take it first.",
      "这个案件还没人接，先接下来。",
      "這個案件還沒有人接，請先接下來。"),
    Said(
      Refusal(
        gate: .claim, needs: [.claim]),
      "Your hold on this case is over: it is back in the queue. Take it again first.",
      "这个案件已经不在你手上，回到了队列里。先重新接下来。",
      "這個案件已經不在你手上，回到佇列裡了。請先重新接下來。"),
    Said(
      Refusal(
        gate: .role, needs: [.permission(.takeOver)]),
      "Your role does not let you take over cases. Ask somebody whose role does.",
      "你的角色没有这项权限：接手别人的案件。请有权限的人来做。",
      "你的角色沒有這項權限：接手他人案件。請有權限的同事處理。"),
    Said(
      Refusal(
        gate: .state, needs: [.state([.open, .waiting, .snoozed])]),
      "The case is closed. Reopen it first.",
      "这个案件已经结了，先重开。",
      "這個案件已經結案，請先重新開啟。"),
    Said(
      Refusal(
        gate: .state, needs: [.state([.closed])]),
      "This can be done only once the case is closed.",
      "结案以后才能这么做。",
      "結案之後才能這麼做。"),
    Said(
      Refusal(
        gate: .state, needs: [.existing("message 5")]),
      "This cannot be done to message 5.",
      "第5条消息不能这样处理。",
      "第 5 則訊息不能這樣處理。"),
    Said(
      Refusal(
        gate: .branch, needs: [.step(["collect", "solve"])]),
      "From here the case can go to “Collect” or “Solve”.",
      "从这一步可以去：“收集信息”或“拿出办法”。",
      "從這一步可以去：「蒐集資料」或「提出做法」。"),
    Said(
      Refusal(
        gate: .branch, needs: [.closeReason(CloseReason.allCases)]),
      "This is the last step. Close the case, or go back.",
      "这是最后一步：结案，或者退回前面。",
      "這是最後一步：可以結案，或退回前面。"),
    Said(
      Refusal(
        gate: .variable, needs: [.variable("due"), .variable("amount")]),
      "Blanks are left in the words: “by when” and “amount”. Fill them in, or take "
        + "them out.",
      "话里还有空没填：“完成时间”和“金额”。填好，或者删掉。",
      "句子裡還有空格沒填：「完成時間」和「金額」。請填好，或刪掉。"),
    Said(
      Refusal(
        gate: .readable, needs: [.words(.regret)]),
      "Here the words can be read, so a tick does not count. Missing: a word of "
        + "regret, in words.",
      "这里要写出来才算，不能只打勾。还差：把话说出来：一句道歉。",
      "這裡要寫出來才算，不能只勾選。還缺：把話說出來：一句致歉。"),
    Said(
      Refusal(
        gate: .complete, needs: [.later]),
      "That time has already passed. Name a later one.",
      "这个时间已经过了，换一个晚一点的。",
      "這個時間已經過了，請換一個晚一點的。"),
    Said(
      Refusal(
        gate: .premise, needs: [.planAtHand(number: 3)]),
      "The plan has changed: number 3 is on the table now. Look at it first.",
      "方案已经变了，现在是方案3，先看一眼。",
      "做法已經變了，現在是做法 3，請先看一下。"),
    Said(
      Refusal(
        gate: .author, needs: [.heldBy("min")]),
      "Only Li Min, who wrote it, can take it back.",
      "这条是Li Min发的，只有本人能撤回。",
      "這則是Li Min送出的，只有本人能收回。"),
    Said(
      Refusal(
        gate: .tone, occasion: .send, needs: [.faultOurs, .rewording("blame")],
        override: .supervisor),
      "These words are held back. Missing: a finding that the fault is ours; other "
        + "words for what blames the customer. A supervisor can let it pass with a "
        + "reason.",
      "这段话先拦下了。还差：查明责任在我方；换个说法（怪顾客）。"
        + "主管写明理由后可以放行。",
      "這段話先攔下來了。還缺：查明責任在我方；換個說法（怪顧客）。"
        + "主管寫明理由後可以放行。"),
    Said(
      Refusal(
        gate: "authority", needs: [.existing("remedy moon")]),
      "There is no such remedy in the playbook. Choose one from the list.",
      "库里没有这种补偿方式，从列表里选。",
      "清單裡沒有這種補償方式，請從清單裡選。"),
    Said(
      Refusal(
        gate: "unheard_of", needs: [.date]),
      "This can't be done yet. Missing: a time for every option.",
      "现在还不行。还差：每个办法的完成时间。",
      "現在還不行。還缺：每個做法的完成時間。"),
  ]

  @Test(arguments: playbookGates + engineGates)
  func `a refusal says what is closed and what opens it`(said: Said) throws {
    #expect(try wording(.en).sentence(for: said.refusal) == said.english)
    #expect(try wording(.zhHans).sentence(for: said.refusal) == said.simplified)
    #expect(try wording(.zhHant).sentence(for: said.refusal) == said.traditional)
  }

  /// Every need there is, with every value it can carry.
  private static let needs: [Need] = {
    var needs: [Need] = [
      .customerMessage, .customerQuestion, .plan, .date, .view, .identity, .followUp,
      .followUpSettled, .satisfaction, .acceptance, .grant, .signOff, .noEarlierFailure, .hearAgain,
      .escalation, .link, .askWhatChanged, .claim, .text, .reason, .later, .phoneCase, .faultOurs,
      .approval("refund", leastRole: .senior), .approval("refund", leastRole: nil),
      .reply(to: [1]), .reply(to: [1, 2]), .reply(to: [1, 2, 3, 4, 5]), .reply(to: []),
      .promise(number: 2), .severity(atMost: 2), .heldBy("min"), .state(CaseState.allCases),
      .step(["vent", "collect"]), .step([]), .variable("due"), .planAtHand(number: 2),
      .rewording("blame"), .rewording("unheard"), .shorter(4000), .closeReason([.satisfied]),
      .closeReason([.satisfied, .accepted, .granted, .answered, .withdrawn, .duplicate]),
      .closeReason(CloseReason.allCases), .classification(CaseClass.allCases),
      .oneOf([.plan, .date]), .allOf([.plan, .date]), .act([.regret, .empathy]),
    ]
    needs += SpeechAct.allCases.flatMap { [.act([$0]), .words($0)] }
    needs += FieldName.allCases.flatMap { [.field($0), .noField($0)] }
    needs += Confirmable.allCases.map { .confirmation($0) }
    needs += HeatLevel.allCases.map { .heat(below: $0) }
    needs += AnswerKind.allCases.map { .answer($0) }
    needs += Disclosure.allCases.map { .without($0) }
    needs += Permission.allCases.map { .permission($0) }
    needs += [1, 2, 9].flatMap { [.turns($0), .options($0), .nudges($0)] }
    needs += [
      "message 3", "unread message", "reading", "score from 1 to 5", "severity from 1 to 4",
      "somebody else", "open request", "open promise", "other case", "case", "new reference",
      "amount", "remedy moon", "earlier step", "something new",
    ].map { .existing($0) }
    return needs
  }()

  @Test(arguments: LanguageTag.allCases)
  func `every need has words of the language and no ids`(language: LanguageTag) throws {
    let wording = try wording(language)
    for need in Self.needs {
      let words = wording.words(for: need)
      #expect(!words.isEmpty, "\(need)")
      #expect(!words.contains { "_{}".contains($0) }, "\(need): \(words)")
      #expect(!words.contains("need."), "\(need): \(words)")
      guard language != .en else { continue }
      let letters = words.replacing("Li Min", with: "").filter { $0.isASCII && $0.isLetter }
      #expect(letters == "", "\(need): \(words)")
    }
  }

  @Test func `needs that differ read differently`() throws {
    for language in LanguageTag.allCases {
      let wording = try wording(language)
      let plain = Self.needs.filter { need in
        switch need {
        case .words, .existing, .reply, .closeReason, .rewording, .claim, .heldBy, .step: false
        default: true
        }
      }
      var seen: [String: Need] = [:]
      for need in plain {
        let words = wording.words(for: need)
        if let other = seen[words], other != need {
          let same: Set<Need> = [need, other]
          #expect(
            same.isSubset(of: [.plan, .act([.offer]), .options(1)])
              || same == [.answer(.accepted), .confirmation(.plan)]
              // Nothing is below calm.
              || same == [.heat(below: .calm), .heat(below: .uneasy)]
              || same == [.reason, .act([.explanation])],
            "\(language) \(need) and \(other): \(words)")
        }
        seen[words] = need
      }
    }
  }

  @Test func `a list of cases names the steps of several procedures`() throws {
    let wording = try wording(.en)
    let playbook = try #require(ShippedPlaybook.found)
    let vent = try #require(playbook.procedure("six_steps")?.step("vent")?.words[.en]?.name)
    #expect(wording.name(of: StepID("vent")) == vent)
    #expect(wording.name(of: "vent", in: "six_steps") == vent)
    let other = try #require(playbook.procedure("quick_four")?.steps.first)
    #expect(wording.name(of: other.id, in: "quick_four") == other.words[.en]?.name)
    #expect(wording.name(of: "vent", in: "none") == "vent")
  }

  @Test func `reasons of the record are told in words`() throws {
    let wording = try wording(.zhHant)
    #expect(wording.words(ofReason: "customer_in_hurry") == "顧客趕時間")
    #expect(wording.words(ofReason: "danger") == "有危險，先顧人")
    #expect(wording.words(ofReason: "他自己說的") == "他自己說的")
    #expect(wording.name(ofSeverity: 4) == "重大")
    #expect(wording.name(of: PersonID("min")) == "Li Min")
    #expect(wording.name(of: TagID("talker")) == "話多")
    #expect(wording.name(of: TagID("our own")) == "our own")
  }

  @Test(arguments: LanguageTag.allCases)
  func `counts take the form of their number`(language: LanguageTag) {
    let texts = Texts(
      language: language, texts: ["m.one": "one", "m.other": "{n} of them", "k.other": "{n}个"])
    #expect(texts("m", count: 1) == "one")
    #expect(texts("m", count: 0) == "0 of them")
    #expect(texts("k", count: 1) == "1个")
  }

  @Test(arguments: [
    (LanguageTag.zhHans, "Mina", "Mina 您好"), (.zhHans, "王女士", "王女士您好"),
    (.zhHant, "Mina", "Mina 您好"), (.en, "Mina", "Mina您好"),
  ])
  func `a blank stands between Chinese letters and a Latin name`(
    _ language: LanguageTag, _ customer: String, _ words: String
  ) {
    let filled = Placeholders.fill("{customer}您好", ["customer": customer], in: language)
    #expect(filled == words)
  }

  @Test func `in Taiwan a blank stands on both sides of a number`() {
    let filled = Placeholders.fill("請在{due}前，", ["due": "3 點 20 分"], in: .zhHant)
    #expect(filled == "請在 3 點 20 分前，")
    let plain = Placeholders.fill("编号{ref}。", ["ref": "C-7"], in: .zhHans)
    #expect(plain == "编号C-7。")
  }
}
