import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// No phrase stands on the list at a moment at which nobody would say it.
@Suite struct PhraseMomentTests: PhraseSeat {
  private func offer(_ bench: Workbench, _ ref: CaseRef, remedy: RemedyID = "refund") throws {
    let option = PlanOption(
      remedy: remedy, what: "a full refund of £20",
      amount: remedy == "refund" ? Money(minor: 2000, currency: "GBP") : nil,
      due: bench.clock.now.adding(seconds: 86_400))
    try bench.perform(
      .skip(to: "collect", reason: "cool"), on: ref, by: "mei", override: .words("short"))
    try bench.perform(.set(.order, value: "QW-1", reason: nil), on: ref, by: "mei")
    try bench.perform(.advance(to: "solve"), on: ref, by: "mei", override: .words("short"))
    try bench.perform(
      .offer(options: [option], onlyOneBecause: "x"), on: ref, by: "mei",
      override: .words("short"))
  }

  @Test func `nobody is reminded of an offer they took`() throws {
    let (driver, bench, ref) = try seat("Can I send the lamp back?")
    try offer(bench, ref)
    try bench.perform(
      .send(Draft(text: "I can get you a full refund of £20 by tomorrow. Shall I?")), on: ref,
      by: "mei", override: .words("short"))
    driver.follow()
    #expect(shown(driver).contains("nudge.offer_open"))
    // The last one comes after the first.
    #expect(!shown(driver).contains("nudge.last_offer"))
    try bench.hear("Yes please.", on: ref)
    try bench.perform(
      .answer(accepted: true, option: nil, words: "Yes please.", plan: nil), on: ref, by: "mei")
    try bench.perform(.send(Draft(text: "I'll do that now.")), on: ref, by: "mei")
    driver.follow()
    #expect(!shown(driver).contains { $0.hasPrefix("nudge.") }, "\(shown(driver))")
  }

  @Test(arguments: LanguageTag.allCases)
  func `after a broken promise it is our turn, and the words that own it come first`(
    language: LanguageTag
  ) throws {
    let words = language == .en ? "Can I send the lamp back?" : "我要退貨，麻煩你們處理。"
    let (driver, bench, ref) = try seat(words)
    try bench.perform(.changeLanguage(language), on: ref, by: "mei")
    try offer(bench, ref)
    try bench.hear("Yes please.", on: ref)
    try bench.perform(
      .answer(accepted: true, option: nil, words: "Yes please.", plan: nil), on: ref, by: "mei",
      override: .words("short"))
    try bench.perform(
      .send(Draft(text: "You'll have the refund by then, by tomorrow at ten.")), on: ref, by: "mei",
      override: .words("short"))
    while let next = driver.current?.step, next != "follow_up" {
      try bench.perform(.advance(to: nil), on: ref, by: "mei", override: .words("short"))
      driver.follow()
      if driver.current?.step == next { break }
    }
    #expect(driver.current?.state == .waiting)
    #expect(!shown(driver).contains { $0.hasPrefix("progress.done") }, "\(shown(driver))")
    driver.pass(seconds: 90_000)
    driver.press("P", "2")
    #expect(driver.current?.commitments.map(\.state) == [.broken])
    #expect(driver.current?.state == .open)
    #expect(driver.current?.waitingSince == bench.clock.now)
    #expect(shown(driver).first?.hasPrefix("broken_promise.") == true, "\(shown(driver))")
    #expect(!shown(driver).contains { $0.hasPrefix("progress.done") || $0.hasPrefix("nudge.") })
    // Thanks for something else do not take the turn from us; our own words do.
    try bench.hear("Thanks.", on: ref)
    driver.follow()
    #expect(driver.current?.state == .open)
    try bench.perform(
      .send(Draft(text: "I promised you a refund by today and we did not do it. I am sorry.")),
      on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(driver.current?.state == .waiting)
    #expect(driver.current?.unspokenPromise == nil)
  }

  @Test func `only a kept promise is said to be done`() throws {
    let (driver, bench, ref) = try seat("Can I send the lamp back?")
    try bench.perform(
      .promise(what: "send a label", due: bench.clock.now.adding(seconds: 3_600)), on: ref,
      by: "mei")
    driver.follow()
    let before = PhraseMoment(
      try #require(driver.current), in: try #require(driver.model.open?.rules.procedure), gates: [])
    #expect(!before.unlocked.contains(.promiseKept))
    try bench.perform(.settlePromise(number: nil, kept: true), on: ref, by: "mei")
    driver.follow()
    let after = PhraseMoment(
      try #require(driver.current), in: try #require(driver.model.open?.rules.procedure), gates: [])
    #expect(after.unlocked.contains(.promiseKept))
  }

  @Test func `in a live call nobody hears that we tried them twice`() throws {
    let (driver, bench, ref) = try seat("Can I send the lamp back?", channel: .phone)
    try offer(bench, ref)
    try bench.perform(.say(Draft(text: "I can get you a refund by tomorrow.")), on: ref, by: "mei")
    driver.follow()
    #expect(!shown(driver).contains { $0.hasPrefix("nudge.") }, "\(shown(driver))")
    driver.pass(seconds: 90_000)
    try bench.perform(.note(text: "nobody picks up"), on: ref, by: "mei")
    driver.follow()
    #expect(shown(driver).contains("nudge.first_phone"), "\(shown(driver))")
    #expect(!shown(driver).contains("nudge.last_phone"))
  }

  @Test(arguments: [
    (LanguageTag.en, "Hi, do you open on Sundays?"), (.zhHans, "请问周日开门吗？"),
    (.zhHant, "請問星期日有開嗎？"),
  ])
  func `a plain calm question is met with no misery`(
    _ language: LanguageTag, _ words: String
  ) throws {
    let (driver, _, _) = try seat(words, language: language)
    let first = shown(driver).prefix(5)
    #expect(!first.contains { $0.hasPrefix("regret.") || $0.hasPrefix("empathy.") }, "\(first)")
    #expect(!shown(driver).contains("bridge.chat"))
  }

  @Test(arguments: LanguageTag.allCases)
  func `the first offer is worded as people speak`(_ language: LanguageTag) throws {
    let (driver, bench, ref) = try seat(
      [.en: "Can I send it back?", .zhHans: "能退吗？", .zhHant: "可以退嗎？"][language] ?? "",
      language: language)
    try offer(bench, ref, remedy: "teach_use")
    driver.follow()
    let list = shown(driver)
    let plain = try #require(list.firstIndex(of: "offer.one_plain"), "\(list)")
    // Being shown how it works is nobody's right.
    if let right = list.firstIndex(of: "offer.entitled") { #expect(plain < right) }
  }

  @Test func `nothing since a day that is today is said to nobody`() throws {
    let bench = try Workbench.shipped()
    func open(_ words: String) throws -> CaseRef {
      try bench.desk.open(
        IntakeLine(
          external: nil, channel: .chat,
          customer: Customer(name: "Ms Reed", phone: "07700 900123"),
          turns: [.init(from: .customer, text: words, at: nil)]), by: "sam",
        command: CommandID("open-\(words.count)")
      ).ref
    }
    _ = try open("My parcel never came.")
    bench.clock.move(600)
    let ref = try open("I've heard nothing from you! Nobody replies!")
    try bench.perform(.claim, on: ref, by: "mei")
    let driver = try Driver(bench, size: Size(columns: 120, rows: 40))
    driver.press("j")
    #expect(driver.current?.ref == ref)
    #expect(!shown(driver).contains("regret.long_silence"), "\(shown(driver))")
  }

  @Test func `on a narrow screen phrases that begin alike are told apart`() throws {
    let (driver, _, _) = try seat(
      "My order QW-48213 is late again and nobody answers!", channel: .mail,
      size: Size(columns: 80, rows: 24))
    let rows = driver.frame.lines.compactMap { line -> String? in
      guard let part = line.split(separator: "│").last.map(String.init),
        let first = part.drop(while: { $0 == " " }).first, first.isNumber
      else { return nil }
      return String(part.drop { $0 == " " }.dropFirst(2))
    }
    #expect(rows.count > 2, "\(driver.screen)")
    #expect(!rows.contains { $0.hasPrefix("Dear") }, "\(driver.screen)")
    #expect(Set(rows).count == rows.count, "\(driver.screen)")
  }

  @Test func `an angry customer's mail has said it all`() throws {
    let (driver, _, _) = try seat(
      "This is a disgrace! I want my money back, you liars.", channel: .mail)
    #expect(!driver.screen.contains("more message"), "\(driver.screen)")
  }

  @Test func `what keeps an answer back is quoted, not numbered`() throws {
    let (driver, _, _) = try seat("Where is my parcel, please?")
    driver.press("c")
    driver.press("1")
    driver.press("f10")
    #expect(!driver.screen.contains("message 1"), "\(driver.screen)")
  }

  @Test func `the problem proposed says what went wrong, not only what was to happen`() throws {
    let (driver, _, _) = try seat("Order QW-48213 was meant to come on Monday. It's Thursday.")
    driver.press("f")
    #expect(driver.screen.contains("It's Thursday"), "\(driver.screen)")
  }

  /// An upset customer, and an answer that listens, says sorry and feels with them.
  struct Heard: Sendable, CustomTestStringConvertible {
    var language: LanguageTag
    var words: String
    var answer: String

    var testDescription: String { language.rawValue }

    static let all = [
      Heard(
        language: .en, words: "You took £212 instead of £54 and nobody answers! Useless!",
        answer: "I'm sorry, that's a rotten way to find out. I've noted it; please go on."),
      Heard(
        language: .zhHans, words: "手机没用两天就坏了，你们两边推来推去，太垃圾了！",
        answer: "这几天够您折腾的，对不起。您说的我都记下了。"),
      Heard(
        language: .zhHant, words: "冰箱第三次壞掉，東西全部壞光，你們太離譜了！",
        answer: "第三次了，難怪您這麼氣，真的很抱歉。您說，我都記下來。"),
    ]
  }

  @Test(arguments: Heard.all)
  func `sympathy that was given is not offered again`(_ heard: Heard) throws {
    let (driver, bench, ref) = try seat(heard.words, language: heard.language)
    func consoling() -> Bool {
      shown(driver).prefix(3).contains { $0.hasPrefix("regret.") || $0.hasPrefix("empathy.") }
    }
    #expect(consoling(), "\(shown(driver).prefix(5))")
    try bench.perform(
      .send(Draft(text: heard.answer)), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(!consoling(), "\(shown(driver).prefix(5))")
    // Once problem and wish are on file they are said back, even while the customer is heard out.
    try bench.perform(.set(.problem, value: "it broke", reason: nil), on: ref, by: "mei")
    try bench.perform(.set(.demand, value: "a new one", reason: nil), on: ref, by: "mei")
    driver.follow()
    #expect(shown(driver).prefix(4).contains("say_back.chat"), "\(shown(driver).prefix(5))")
    #expect(!consoling(), "\(shown(driver).prefix(5))")
    // New anger is heard again.
    try bench.hear(heard.words + heard.words, on: ref)
    driver.follow()
    #expect(shown(driver).contains { $0.hasPrefix("empathy.") })
  }

  @Test(arguments: [
    (LanguageTag.en, "My father passed away in March and you still send letters to him."),
    (.zhHans, "我爸上个月去世了，他的手机号一直销不掉。"), (.zhHant, "我媽媽上個月過世了，網路一直取消不了。"),
  ])
  func `the bereaved hear condolence, and no word of anger`(
    _ language: LanguageTag, _ words: String
  ) throws {
    let (driver, _, _) = try seat(words, language: language)
    let first = shown(driver).prefix(5)
    #expect(first.first == "empathy.bereaved", "\(first)")
    #expect(!first.contains("empathy.plain") && !first.contains("listening.read_all"), "\(first)")
    #expect(!first.contains("regret.plain"), "\(first)")
  }

  @Test(arguments: [
    (LanguageTag.en, "Just wanted to say your engineer Tom was brilliant today."),
    (.zhHans, "给你们2号店的小刘点个赞！下雨还给我把药送到楼上。"), (.zhHant, "想謝謝你們台中店的阿凱，人超好，請幫我轉達！"),
  ])
  func `praise is met with thanks, not with regret`(_ language: LanguageTag, _ words: String) throws
  {
    let (driver, bench, ref) = try seat(words, language: language)
    #expect(shown(driver).first?.hasPrefix("thanks.praise") == true, "\(shown(driver))")
    #expect(!shown(driver).prefix(5).contains { $0.hasPrefix("regret.") }, "\(shown(driver))")
    try bench.perform(.send(Draft(text: "Thank you!")), on: ref, by: "mei")
    driver.follow()
    #expect(shown(driver).first?.hasPrefix("thanks.") == false, "\(shown(driver))")
  }

  @Test func `praise in anger is none`() throws {
    let (driver, _, _) = try seat(
      "Fantastic service, I wanted to thank your engineer for breaking the boiler! You liars, this"
        + " is a disgrace and I want my money back!")
    #expect(shown(driver).first?.hasPrefix("thanks.") == false, "\(shown(driver))")
    #expect(shown(driver).prefix(5).contains { $0.hasPrefix("regret.") }, "\(shown(driver))")
  }

  @Test func `what the customer has told is not asked`() throws {
    let (driver, bench, ref) = try seat("My kettle leaks.")
    try bench.perform(
      .send(Draft(text: "Thanks, I've noted that.")), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(shown(driver).prefix(8).contains("question.wish"), "\(shown(driver))")
    try bench.hear("I want a refund. Order QW-48213.", on: ref)
    driver.follow()
    #expect(!shown(driver).prefix(5).contains("question.wish"), "\(shown(driver))")
    try bench.perform(
      .skip(to: "collect", reason: "cool"), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(!shown(driver).prefix(5).contains("question.order"), "\(shown(driver))")
    #expect(shown(driver).prefix(3).contains("question.contact"), "\(shown(driver))")
  }

  // MARK: - To whom it is said

  @Test func `whoever is afraid, sad, hurt or out of luck hears no word of anger and no thanks`()
    throws
  {
    let told = [
      ("My hands are shaking, I don't dare open the app, what now?", "empathy.frightened"),
      ("I'm heartbroken, all our photos were on it!", "empathy.grieved"),
      ("My face is swollen after your treatment, it's the third day!", "empathy.injured"),
      ("I accidentally dropped my phone in the bath! What now!", "empathy.mishap"),
    ]
    for (words, phrase) in told {
      let (driver, _, _) = try seat(words)
      let order = shown(driver)
      let own = try #require(order.firstIndex(of: phrase), "\(words) \(order)")
      #expect(own < 2, "\(order)")
      let angry = ["listening.read_all", "empathy.plain", "empathy.named_facts", "regret.plain"]
      #expect(Set(order).isDisjoint(with: angry), "\(order)")
    }
  }

  @Test func `whoever is put out is consoled before they hear that we are on it`() {
    let looking = Phrase(
      id: "looking", kind: .listening, acts: [.acknowledgement], text: "I'm looking into it")
    let sorry = Phrase(id: "sorry", kind: .regret, acts: [.regret], text: "I'm sorry")
    func first(_ heat: HeatLevel) -> PhraseID? {
      PhraseShelf(
        PhraseMoment(stages: ["vent"], heat: heat, wanted: [.acknowledgement, .regret])
      ).phrases([looking, sorry]).first?.id
    }
    #expect(first(.calm) == "looking")
    #expect(first(.uneasy) == "sorry")
  }

  @Test func `in public we are sorry first, and a passer-by is asked where and not for an order`()
    throws
  {
    let (driver, _, _) = try seat("An hour's wait and cold soup. Thanks a lot!", channel: .public)
    #expect(shown(driver).first == "public_answer.sorry", "\(shown(driver))")
    #expect(!shown(driver).contains("hand_up.misrouted"))
    let (asking, _, _) = try seat("What time do you open on Sunday?", channel: .public)
    #expect(shown(asking).first != "public_answer.sorry", "\(shown(asking))")
    let (passing, _, _) = try seat(
      "A manhole cover is missing outside the school.", channel: .public)
    #expect(shown(passing).first == "public_answer.hazard", "\(shown(passing))")
    #expect(!shown(passing).contains("public_answer.to_private"), "\(shown(passing))")
  }

  @Test(arguments: ["Can you help me to move the fibre?", "I want to send the lamp back."])
  func `whoever asked for a thing is not asked what they would like`(words: String) throws {
    let (driver, bench, ref) = try seat(words)
    try bench.perform(
      .send(Draft(text: "I'm sorry about that.")), on: ref, by: "mei", override: .words("short"))
    driver.follow()
    #expect(!shown(driver).contains("question.wish"), "\(shown(driver))")
  }

  @Test func `a danger that is only asked about calls no ambulance, one that came does`() throws {
    let (driver, _, _) = try seat("手机充电的时候会漏电么", language: .zhHans)
    #expect(!shown(driver).contains { $0.hasPrefix("danger.") }, "\(shown(driver))")
    let (burning, _, _) = try seat("手机充电的时候漏电了，我手被电麻了", language: .zhHans)
    #expect(shown(burning).first?.hasPrefix("danger.") == true, "\(shown(burning))")
  }
}
