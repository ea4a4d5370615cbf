import ConsoleTesting
import Desk
import Playbook
import Testing
import Vocabulary
import Workflow

/// The phrases once the customer has answered our first words.
@Suite struct PhraseAfterTheirsTests: PhraseSeat {
  /// What was said so far: the customer's first words, ours, and their answer.
  struct Talk: Sendable {
    var language: LanguageTag
    var first: String
    var ours: String
    var answer: String
  }

  /// The three phrases that come first after a talk.
  private func top(_ talk: Talk) throws -> [String] {
    let bench = try Workbench.shipped()
    let ref = try bench.open(talk.first)
    let driver = try Driver(bench, language: talk.language)
    driver.press("t")
    try bench.perform(
      .send(Draft(text: talk.ours)), on: ref, by: "mei", override: .words("short"))
    try bench.hear(talk.answer, on: ref)
    driver.follow()
    return Array(shown(driver).prefix(3))
  }

  private static let told = [
    Talk(
      language: .en, first: "My router has been dead since Monday. It's not good enough.",
      ours: "I'm sorry. I'm running a line test now. Which light is on?",
      answer: "The light on it is red if that helps."),
    Talk(
      language: .zhHans, first: "洗衣机用了两次就不转了，真让人失望。",
      ours: "对不起，我这就去查。是什么型号，在哪家店买的？", answer: "型号是 XQ80，门店在人民路。"),
    Talk(
      language: .zhHant, first: "洗衣機用兩次就不轉了，真的很失望。",
      ours: "很抱歉，我現在就去查。是哪個型號，在哪間門市買的？", answer: "型號是 XQ80，在中山路那間門市買的。"),
  ]

  @Test(arguments: told)
  func `whoever tells more is thanked and hears what is done with it`(talk: Talk) throws {
    let top = try top(talk)
    #expect(top.first == "listening.got_that", "\(top)")
    #expect(top.contains("hold.thanks_for_that"), "\(top)")
  }

  @Test(arguments: [
    // Nothing was asked.
    Talk(
      language: .en, first: "My router has been dead since Monday. It's not good enough.",
      ours: "I'm sorry. I'm running a line test now, you'll hear from me by 3 pm.",
      answer: "The light on it is red if that helps."),
    // Nothing was told.
    Talk(
      language: .en, first: "My router has been dead since Monday. It's not good enough.",
      ours: "I'm sorry. The line is down. Is the router plugged in?", answer: "I know that."),
    Talk(
      language: .zhHant, first: "洗衣機用兩次就不轉了，真的很失望。",
      ours: "很抱歉，我現在就去查，下午三點前回您。", answer: "型號是 XQ80，在中山路那間門市買的。"),
  ])
  func `nobody is thanked for what was not asked or not told`(talk: Talk) throws {
    let top = try top(talk)
    #expect(Set(top).isDisjoint(with: ["listening.got_that", "hold.thanks_for_that"]), "\(top)")
  }

  @Test(arguments: [
    Talk(
      language: .en, first: "My claim was denied again and I have no strength left for this.",
      ours: "I'm sorry. I'll pull the recording by 4 pm. Roughly when was that call?",
      answer: "it was a tuesday, march 4th around lunch. thank you for actually reading it"),
    Talk(
      language: .en, first: "The ceiling is dripping and nobody comes.",
      ours: "I'm sorry. I'm ringing the plumber, you'll hear from me by 4.",
      answer: "Yes. It is now through to the ceiling of the flat below and I will wait until 4 and"
        + " not a minute longer."),
  ])
  func `an answer, or worse news, is no yes to our promise`(talk: Talk) throws {
    let top = try top(talk)
    #expect(!top.contains("hold.as_agreed"), "\(top)")
  }

  @Test func `nobody is thanked for telling that it still does not work`() throws {
    let top = try top(
      Talk(
        language: .zhHans, first: "洗衣机用了两次就不转了，真让人失望。",
        ours: "对不起，我这就去查，下午三点前回您。", answer: "没有处理好，问题依然存在。"))
    #expect(!top.contains("listening.got_that"), "\(top)")
    let first = try #require(top.first)
    #expect(["hold.", "offer.", "progress."].contains { first.hasPrefix($0) }, "\(top)")
  }

  private static let unmoved = [
    Talk(
      language: .en, first: "Third time your driver lied to me!! This is a disgrace!",
      ours: "I'm so sorry. I'm ringing the depot, you'll hear from me by 3 pm.",
      answer: "Your words are no use to me!! You are all liars!"),
    Talk(
      language: .zhHans, first: "报修三次了没人管，你们就是骗子！！",
      ours: "真对不起，我马上联系师傅，下午三点前回您。", answer: "少来这套！你们全是骗子，气死我了！"),
    Talk(
      language: .zhHant, first: "報修三次都沒人管，你們根本是騙子！！",
      ours: "真的很抱歉，我馬上聯絡師傅，下午三點前回您。", answer: "少來這套！你們全都是騙子，氣死我了！"),
  ]

  @Test(arguments: unmoved)
  func `whoever is as angry as before hears what is done, and is not told to go on`(talk: Talk)
    throws
  {
    let top = try top(talk)
    #expect(top.contains("hold.enough_words"), "\(top)")
    #expect(!top.contains("listening.read_all"), "\(top)")
  }

  @Test(arguments: told + unmoved)
  func `nobody is asked for their wish before what happened is on file`(talk: Talk) throws {
    let top = try top(talk)
    #expect(Set(top).isDisjoint(with: ["question.wish", "say_back.no_demand_yet"]), "\(top)")
  }

  private static let stillAngry = [
    Talk(
      language: .en, first: "Third time your driver left it in the rain!! You useless liars!",
      ours: "I'm so sorry, I'd be angry too. I'm ringing the depot, you'll hear from me by 3 pm.",
      answer: "Three times in the rain is a disgrace."),
    Talk(
      language: .zhHans, first: "报修三次了没人管，你们太离谱了！！",
      ours: "真对不起，换成是我也会生气。我马上联系师傅，下午三点前回您。",
      answer: "三次没人管，太离谱了。"),
    Talk(
      language: .zhHant, first: "報修三次都沒人管，你們太離譜了！！",
      ours: "真的很抱歉，換成是我也會生氣。我馬上聯絡師傅，下午三點前回您。",
      answer: "三次沒人管，太離譜了。"),
  ]

  @Test(arguments: stillAngry)
  func `sympathy is not given twice in a row, and one reply is not too many words`(talk: Talk)
    throws
  {
    let top = try top(talk)
    #expect(
      !top.contains { $0.hasPrefix("regret.") || $0.hasPrefix("empathy.") }, "\(top)")
    #expect(!top.contains("hold.enough_words"), "\(top)")
    let first = try #require(top.first)
    #expect(["hold.", "offer.", "progress."].contains { first.hasPrefix($0) }, "\(top)")
  }

  @Test func `whoever is as angry after two replies has had enough of words`() throws {
    let (driver, bench, ref) = try seat("Third time your driver lied to me!! This is a disgrace!")
    for _ in 1...2 {
      try bench.perform(
        .send(Draft(text: "I'm so sorry. I'm ringing the depot, you'll hear from me by 3 pm.")),
        on: ref, by: "mei", override: .words("short"))
      try bench.hear("This is a disgrace! Third time your driver lied to me!!", on: ref)
    }
    driver.follow()
    #expect(shown(driver).first == "hold.enough_words", "\(shown(driver).prefix(4))")
  }

  private static let worked = [
    Talk(
      language: .en, first: "The update broke the export, can I go back to the old version?",
      ours: "Yes: download version 5.1 from the link and run it.",
      answer: "It's working now, you're a lifesaver, thank you!"),
    Talk(
      language: .zhHans, first: "更新之后导出变方框了，能退回旧版吗？", ours: "可以，点这个链接装 5.1 版。",
      answer: "装好了，可以用了，救命恩人，谢谢！"),
    Talk(
      language: .zhHant, first: "更新之後匯出變方框，可以退回舊版嗎？", ours: "可以，點這個連結裝 5.1 版。",
      answer: "裝好了可以了！救命恩人 感恩"),
  ]

  @Test(arguments: worked)
  func `thanks for what worked close the talk, and are no praise of somebody else`(talk: Talk)
    throws
  {
    let top = try top(talk)
    #expect(top.first == "closing.solved_chat", "\(top)")
    #expect(!top.contains { $0.hasPrefix("thanks.praise") || $0.contains("praise_who") }, "\(top)")
  }

  private static let waiting = [
    Talk(
      language: .en, first: "My parcel is two days late and I need it.",
      ours: "I'm sorry. I'm ringing the depot, you'll hear from me by 3 pm.",
      answer: "Ok, thank you."),
    Talk(
      language: .zhHans, first: "快递晚了两天，急用。", ours: "对不起，我马上问，下午三点前回您。",
      answer: "好的，谢谢。"),
    Talk(
      language: .zhHant, first: "包裹晚了兩天，我急著用。",
      ours: "很抱歉，我馬上問，下午三點前回您。", answer: "好，謝謝。"),
  ]

  @Test(arguments: waiting)
  func `whoever will wait hears the time once more`(talk: Talk) throws {
    let top = try top(talk)
    #expect(top.first == "hold.as_agreed", "\(top)")
  }

  private static let asking = [
    Talk(
      language: .en, first: "My order never came and I'm fed up.",
      ours: "I'm sorry. I'm ringing the depot, you'll hear from me by 3 pm.",
      answer: "Do you need the order number?"),
    Talk(
      language: .zhHans, first: "订单一直没到，烦死了。", ours: "对不起，我马上问，下午三点前回您。",
      answer: "要不要我把订单号发给您？"),
    Talk(
      language: .zhHant, first: "訂單一直沒到，很煩。",
      ours: "很抱歉，我馬上問，下午三點前回您。", answer: "需要我把訂單編號傳給您嗎？"),
  ]

  @Test(arguments: asking)
  func `a question is taken up, and answered by no question`(talk: Talk) throws {
    let top = try top(talk)
    #expect(top.contains { $0.hasPrefix("listening.") || $0.hasPrefix("hold.") }, "\(top)")
    #expect(!top.contains { $0.hasPrefix("question.") }, "\(top)")
    #expect(!top.contains("listening.got_that"), "\(top)")
  }

  @Test func `what has the customer go on is for nobody who has asked`() throws {
    let (driver, _, _) = try seat(
      "Seven hours of delay with two children!! Is it going to fly at all?", channel: .phone)
    let top = shown(driver).prefix(3)
    #expect(!top.contains("listening.phone_noting"), "\(top)")
    #expect(top.contains("hold.phone"), "\(top)")
  }
}
