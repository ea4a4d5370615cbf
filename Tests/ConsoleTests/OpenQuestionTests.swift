import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// The open question is shown in the customer's words, and it is the one that asks for something.
@Suite struct OpenQuestionTests {
  private func screen(_ words: String...) throws -> String {
    let bench = try Workbench.shipped()
    try bench.open(Array(words), by: "Ms Reed", channel: .chat)
    let driver = try Driver(bench, size: Size(columns: 120, rows: 36))
    driver.press("t")
    return driver.screen
  }

  @Test(arguments: [
    ("Where is my laptop????", "? Where is my laptop????"),
    ("Where is it?!!? I paid.", "? Where is it?!!?"),
    (
      "when will the new washing machine be delivered? its painfull u know?",
      "? when will the new washing machine be delivered?"
    ),
    ("Are you serious? When does it come?", "? When does it come?"),
    ("Please tell me when it ships. I am waiting.", "? Please tell me when it ships."),
    ("什么时候到？？？", "? 什么时候到？？？"),
    ("@BrightPower Where is my money?", "? Where is my money?"),
    ("那什么时候能到呢", "? 那什么时候能到呢"),
  ])
  func `the question that asks is shown whole`(_ said: String, _ shown: String) throws {
    let screen = try screen(said)
    #expect(screen.contains(shown), "\(screen)")
    #expect(!screen.contains("1 question open"))
  }

  @Test(arguments: [
    "I waited all day. Are you serious?", "It leaks. its painfull u know?",
    "@BrightPower This is a joke right?", "It leaks. Is this your service?", "？", "@客服 ？？",
    "#电信服务怎么了？#信号差，投诉几年都没人处理。", "还不到一年呢！", "最後自己找旅館。這是要你賠我逆？？",
    "等了兩個小時，什麼態度啊？？", "你们的服务为何这么差？", "東西全部壞光，你們到底會不會修？",
  ])
  func `what wants no answer is no open question`(_ said: String) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open(said)
    #expect(try bench.desk.find(ref).openQuestions == [])
  }

  @Test(arguments: [
    "Thanks so much. Please call me ASAP. And make sure they bring it inside.",
    "好的谢谢，记得叫师傅给我打电话", "謝謝，請盡快跟我聯絡",
  ])
  func `a wish beside thanks keeps the turn with us`(_ said: String) throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It broke.")
    try bench.perform(.claim, on: ref, by: "mei")
    try bench.perform(
      .send(Draft(text: "I'll have a new one sent by 5 pm.")), on: ref, by: "mei",
      override: .words("short"))
    try bench.hear(said, on: ref)
    #expect(try bench.desk.find(ref).state == .open)
    try bench.hear("Thanks, bye.", on: ref)
  }
}
