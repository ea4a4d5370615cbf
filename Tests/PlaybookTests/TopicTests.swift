import Playbook
import Testing
import Vocabulary
import Workflow

/// What a customer tells of, and the phrases that take it for granted.
struct TopicTests {
  // MARK: - The shipped ones

  /// A message and the phrase about it.
  struct Told: Sendable, CustomTestStringConvertible {
    var phrase: PhraseID
    var en: String
    var hans: String
    var hant: String

    var testDescription: String { phrase.rawValue }

    func message(_ language: LanguageTag) -> String {
      switch language {
      case .en: en
      case .zhHans: hans
      case .zhHant: hant
      }
    }
  }

  private static let told = [
    Told(
      phrase: "regret.passed_around",
      en: "I've been sent from one department to another for a week now!",
      hans: "打你们电话就是互相踢皮球，一个星期了！", hant: "客服一直把我轉來轉去，一個禮拜了！"),
    Told(
      phrase: "regret.manner", en: "The man on the phone was so rude and then hung up on me.",
      hans: "刚才那个客服态度太差了，直接挂我电话。", hant: "剛剛那位客服態度很差，直接掛我電話。"),
    Told(
      phrase: "empathy.spoiled_day", en: "It was for my son's birthday and it came a day late.",
      hans: "孩子的生日蛋糕，到现在都没送来！", hant: "孩子的生日蛋糕，到現在都沒送來！"),
  ]

  private static let plain = [
    LanguageTag.en: "My parcel still hasn't arrived, this is ridiculous.",
    .zhHans: "快递三天没动了，太离谱了。", .zhHant: "包裹三天沒動了，太誇張了。",
  ]

  private func order(_ text: String, _ language: LanguageTag) throws -> [Phrase] {
    let playbook = try #require(ShippedPlaybook.found)
    let index = playbook.phraseIndex(in: language, named: language)
    let moment = PhraseMoment(
      stages: ["vent", "apologise"], heat: .angry, wanted: [.regret, .empathy],
      known: ["agent", "customer", "ref"], topics: playbook.topics.told(in: text))
    return PhraseShelf(moment).phrases(in: index)
  }

  @Test(arguments: LanguageTag.allCases, told)
  func `what the customer told of brings its phrase to the front`(
    language: LanguageTag, told: Told
  ) throws {
    let first = try order(told.message(language), language).prefix(2).map(\.id)
    #expect(first.contains(told.phrase), "\(first)")
  }

  @Test(arguments: LanguageTag.allCases)
  func `what nobody told of is taken for granted by none of the first`(
    language: LanguageTag
  ) throws {
    let shown = try order(try #require(Self.plain[language]), language)
    let presuming = shown.firstIndex { !$0.about.isEmpty } ?? shown.count
    #expect(presuming >= 9, "\(shown.prefix(9).map(\.id))")
    let unlocked = shown.filter { $0.lock == nil }
    let rest = unlocked.drop { $0.about.isEmpty }
    // Nor has anybody asked for somebody higher.
    #expect(rest.allSatisfy { !$0.about.isEmpty || $0.kind == .handUp })
  }

  @Test(arguments: LanguageTag.allCases)
  func `there are ready words of regret and of empathy before anything is on file`(
    language: LanguageTag
  ) throws {
    let first = try order(try #require(Self.plain[language]), language).prefix(2)
    #expect(first.allSatisfy { !$0.acts.isDisjoint(with: [.regret, .empathy]) })
    #expect(first.allSatisfy { Set($0.variables).isSubset(of: ["agent"]) })
  }

  @Test func `every phrase is about something that can be seen`() throws {
    let playbook = try #require(ShippedPlaybook.found)
    // What many may write about at once is looked for by the desk.
    let ofMany = playbook.together.matters.reduce(into: Set()) { $0.formUnion($1.topics) }
    // And that it fails as they write is proposed above the conversation.
    // That it works again has a talk closed, whatever the phrase.
    let known = Set(playbook.topics.all.map(\.id)).subtracting(ofMany)
      .subtracting(["in_service", "fixed"])
    let about = playbook.phrases(in: .en).reduce(into: Set()) {
      $0.formUnion($1.about.union($1.unless))
    }
    #expect(about == known)
  }

  // MARK: - The order

  private static let phrases = [
    Phrase(id: "round", kind: .regret, acts: [.regret], about: ["passed_around"], text: "Sent on"),
    Phrase(id: "open", kind: .regret, acts: [.regret], variables: ["problem"], text: "{problem}"),
    Phrase(id: "plain", kind: .regret, acts: [.regret], text: "I'm sorry"),
    Phrase(id: "go", kind: .listening, acts: [.acknowledgement], text: "Go on"),
    Phrase(id: "hello", kind: .greeting, acts: [.greeting, .regret], text: "Hello, sorry"),
    Phrase(
      id: "over", kind: .greeting, acts: [.greeting, .regret], about: ["taken_over"],
      text: "Hello, it's mine now"),
  ]

  private func shown(_ topics: Set<TopicID>?, hasSpoken: Bool = false) -> [PhraseID] {
    PhraseShelf(
      PhraseMoment(wanted: [.regret], hasSpoken: hasSpoken, known: ["agent"], topics: topics)
    ).phrases(Self.phrases).map(\.id)
  }

  @Test func `about something not seen is left out, about something seen before its like`() {
    #expect(shown([]) == ["plain", "hello", "open", "go"])
    #expect(shown(["passed_around"]) == ["round", "plain", "hello", "open", "go"])
  }

  @Test func `where nobody looked for topics none is held against a phrase`() {
    #expect(shown(nil) == ["round", "plain", "hello", "over", "open", "go"])
  }

  @Test func `greetings go to the end once we have spoken, but for somebody new to the talk`() {
    #expect(shown([], hasSpoken: true) == ["plain", "open", "go", "hello"])
    #expect(
      shown(["taken_over"], hasSpoken: true) == ["over", "plain", "open", "go", "hello"])
  }

  // MARK: - Proofs

  private func opened(_ events: [(minutes: Int64, by: PersonID, event: CaseEvent)]) throws -> Case {
    let opening = CaseEvent.opened(
      .init(
        ref: "C-1", procedure: "six_steps", step: "vent", channel: .chat, language: .en,
        customer: Customer()))
    var current = try #require(
      Case(
        opening: RecordedEvent(
          version: 1, at: Instant(seconds: 0), actor: "ana", command: "c", event: opening)))
    for (place, entry) in events.enumerated() {
      current.apply(
        RecordedEvent(
          version: place + 2, at: Instant(seconds: entry.minutes * 60), actor: entry.by,
          command: "c", event: entry.event))
    }
    return current
  }

  private func heard(_ moves: Set<CustomerMove> = []) -> CaseEvent {
    .received(.init(text: "Well?", kind: .text, heat: .calm, moves: moves))
  }

  private let said = CaseEvent.replied(
    .init(text: "Hello", kind: .text, acts: [], source: .observed, phrases: [], isPublic: false))

  @Test func `a long wait for the first word proves itself, and is over with it`() throws {
    let proof = TopicProof.firstWait(atLeast: 600)
    let waiting = try opened([(0, "ana", heard())])
    #expect(!proof.holds(in: waiting, now: Instant(seconds: 599)))
    #expect(proof.holds(in: waiting, now: Instant(seconds: 600)))
    let answered = try opened([(0, "ana", heard()), (1, "ana", said)])
    #expect(!proof.holds(in: answered, now: Instant(seconds: 6000)))
  }

  @Test func `a case that somebody else spoke in is taken over until its handler speaks`() throws {
    let proof = TopicProof.takenOver
    let now = Instant(seconds: 6000)
    #expect(!proof.holds(in: try opened([(0, "ana", heard())]), now: now))
    let events: [(Int64, PersonID, CaseEvent)] = [
      (0, "ana", .claimed(by: "ana")), (1, "ana", heard()), (2, "ana", said),
    ]
    #expect(!proof.holds(in: try opened(events), now: now))
    let handed = events + [(3, "bo", .claimed(by: "bo"))]
    #expect(proof.holds(in: try opened(handed), now: now))
    #expect(!proof.holds(in: try opened(handed + [(4, "bo", said)]), now: now))
  }

  @Test func `a customer who said hello is asked what happened, one who told it is not`() throws {
    func told(_ text: String) -> CaseEvent {
      .received(.init(text: text, kind: .text, heat: .calm, moves: []))
    }
    let now = Instant(seconds: 60)
    for text in ["Hello?", "您好", "在嗎？"] {
      #expect(TopicProof.littleSaid.holds(in: try opened([(0, "ana", told(text))]), now: now))
    }
    for text in ["Where is my parcel?", "快递三天没动了"] {
      #expect(!TopicProof.littleSaid.holds(in: try opened([(0, "ana", told(text))]), now: now))
    }
  }

  private func wrote(_ text: String, _ moves: Set<CustomerMove> = []) -> CaseEvent {
    .received(.init(text: text, kind: .text, heat: .calm, moves: moves))
  }

  private func did(_ acts: Set<SpeechAct>) -> CaseEvent {
    .replied(
      .init(text: "Hello", kind: .text, acts: acts, source: .observed, phrases: [], isPublic: false)
    )
  }

  @Test func `only who has hardly begun or breaks off is told to go on`() throws {
    let proof = TopicProof.stillTelling
    let now = Instant(seconds: 60)
    for text in ["My parcel hasn't come.", "快递三天没动了", "你們的師傅昨天來了之後，"] {
      #expect(proof.holds(in: try opened([(0, "ana", wrote(text))]), now: now), "\(text)")
    }
    let whole =
      "My parcel was due on Monday, I rang twice, was cut off twice, and it's the third day now."
    let done = [
      wrote(whole), wrote("Where is it?", [.question]), wrote("你們主管呢", [.asksForSuperior]),
    ]
    for event in done { #expect(!proof.holds(in: try opened([(0, "ana", event)]), now: now)) }
    let breaking = try opened([(0, "ana", wrote(whole)), (1, "ana", wrote("And then…"))])
    #expect(proof.holds(in: breaking, now: now))
    let filed = try opened([
      (0, "ana", wrote("It leaks.")),
      (1, "ana", .fieldSet(.problem, value: "it leaks", reason: nil)),
    ])
    #expect(!proof.holds(in: filed, now: now))
  }

  @Test func `what we are on already is taken up until the customer writes`() throws {
    let now = Instant(seconds: 600)
    let taken = try opened([(0, "ana", heard()), (1, "ana", did([.progress]))])
    #expect(TopicProof.takenUp.holds(in: taken, now: now))
    // Whatever it was read as: words of ours that stand unanswered are news enough.
    for acts in [[.answer], [.explanation], []] as [Set<SpeechAct>] {
      let spoke = try opened([(0, "ana", heard()), (1, "ana", did(acts))])
      #expect(TopicProof.takenUp.holds(in: spoke, now: now))
    }
    let greeted = try opened([(0, "ana", heard()), (1, "ana", did([.greeting]))])
    #expect(!TopicProof.takenUp.holds(in: greeted, now: now))
    let since = try opened([
      (0, "ana", heard()), (1, "ana", did([.progress])), (2, "ana", heard()),
    ])
    #expect(!TopicProof.takenUp.holds(in: since, now: now))
    #expect(!TopicProof.toldTwice.holds(in: taken, now: now))
    // Two words in one talk are one piece of news.
    for (later, isTwice) in [(Int64(1), false), (61, true)] {
      let twice = try opened([
        (0, "ana", did([.progress])), (later, "ana", did([.progress, .promise])),
      ])
      #expect(TopicProof.toldTwice.holds(in: twice, now: now) == isTwice)
    }
  }

  @Test func `a promise runs until it is settled, and who was checked is known`() throws {
    let now = Instant(seconds: 600)
    let promise = CaseEvent.promised(what: "a call", due: Instant(seconds: 9000))
    let running = try opened([(0, "ana", heard()), (1, "ana", promise)])
    #expect(TopicProof.promiseRuns.holds(in: running, now: now))
    #expect(!TopicProof.promiseRuns.holds(in: try opened([(0, "ana", heard())]), now: now))
    #expect(!TopicProof.identified.holds(in: running, now: now))
    let checked = try opened([(0, "ana", .identified(how: "postcode"))])
    #expect(TopicProof.identified.holds(in: checked, now: now))
    #expect(!TopicProof.inCall.holds(in: running, now: now))
  }

  @Test func `silence, a correction and a turned-down offer prove themselves`() throws {
    let late = Instant(seconds: 100_000)
    let asked = try opened([(0, "ana", heard()), (1, "ana", said), (2, "ana", heard())])
    #expect(TopicProof.silence(atLeast: 99_000).holds(in: asked, now: late))
    #expect(!TopicProof.silence(atLeast: 99_000).holds(in: asked, now: Instant(seconds: 900)))
    #expect(!TopicProof.corrected.holds(in: asked, now: late))
    let corrected = try opened([
      (0, "ana", heard()), (1, "ana", said), (2, "ana", heard([.correction])),
    ])
    #expect(TopicProof.corrected.holds(in: corrected, now: late))
    #expect(!TopicProof.turnedDown.holds(in: corrected, now: late))
    let refund = PlanOption(remedy: "refund", what: "a refund")
    let declined = try opened([
      (0, "ana", .offered(options: [refund], onlyOneBecause: "so")),
      (1, "ana", .answered(plan: 1, accepted: false, option: nil, words: "no")),
    ])
    #expect(TopicProof.turnedDown.holds(in: declined, now: late))
    #expect(!TopicProof.returned.holds(in: declined, now: late))
  }

  // MARK: - Files

  private static let sound = """
    topics:
      - id: flood
        words:
          en: [flooded]
          zh:
            - 泡水
        catches:
          en: [It's flooded.]
          zh-Hans: [泡水了。]
          zh-Hant: [泡水了。]
        leaves:
          en: [Hello.]
          zh-Hans: [你好。]
          zh-Hant: [您好。]
      - id: late
        proof: first_wait
        at_least: 10m

    """

  private func problems(_ file: String) -> [String] {
    PlaybookCheck.run(SmallPlaybook.laying("phrases/topics.yaml", file).playbook)
      .map(\.description).filter { $0.hasPrefix("/ours/phrases/topics") }
  }

  @Test(arguments: [
    ("[Hello.]", "[Hello.]", []),
    (
      "[flooded]", "[\"(flooded\"]",
      [
        "line 4: topic “flood” has “(flooded”: “(” is never closed; add “)”.",
        "line 8: topic “flood” is not seen in “It's flooded.”; widen “words”.",
      ]
    ),
    (
      "[Hello.]", "[All flooded.]",
      [
        "line 12: topic “flood” is seen in “All flooded.”; add what tells them apart to “unless”."
      ]
    ),
    (
      "first_wait", "frist_wait",
      [
        "line 16: topic “late” names the proof “frist_wait”, which does not exist; did you mean"
          + " “first_wait”?"
      ]
    ),
    ("    at_least: 10m\n", "", ["line 15: topic “late” has no “at_least”; add it."]),
    (
      "proof: first_wait", "proof: returned",
      [
        "line 17: topic “late” has “at_least”, which the proof “returned” does not take; take it"
          + " out."
      ]
    ),
    ("id: late", "id: flood", ["line 15: the list has two topics called “flood”; rename one."]),
  ])
  func `what is wrong with a file is named by line`(
    old: String, new: String, wanted: [String]
  ) {
    #expect(
      problems(Self.sound.replacing(old, with: new)).sorted()
        == wanted.map { "/ours/phrases/topics.yaml, " + $0 }.sorted())
  }

  @Test func `an organisation adds topics, and phrases about them`() throws {
    let shipped = try #require(ShippedPlaybook.found)
    let catalogue = """
      phrases:
        - {id: flood.sorry, kind: regret, acts: [regret], about: [flood]}
        - {id: fire.sorry, kind: regret, acts: [regret], about: [flod]}

      """
    var files = [
      "/ours/phrases/topics.yaml": Self.sound, "/ours/phrases/catalogue.yaml": catalogue,
    ]
    for language in LanguageTag.allCases {
      files["/ours/phrases/\(language.rawValue).yaml"] = "flood.sorry: Oh no\nfire.sorry: Oh dear\n"
    }
    let own = Playbook(
      layers: [PlaybookLayer(root: "/ours", files: .memory(files), isBase: false)]
        + shipped.layers)
    #expect(own.topics.all.count == shipped.topics.all.count + 2)
    #expect(own.topics.told(in: "The cellar is flooded") == ["flood"])
    #expect(own.phrases(in: .en).first { $0.id == "flood.sorry" }?.about == ["flood"])
    #expect(
      PlaybookCheck.run(own).map(\.description) == [
        "/ours/phrases/catalogue.yaml, line 3: phrase “fire.sorry” names “flod”, which is no"
          + " topic of phrases/topics.yaml; did you mean “flood”?"
      ])
  }
}
