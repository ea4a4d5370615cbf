import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// More heads than one: questions to colleagues, joint sessions, a word for many, a specialist.
@Suite struct TogetherTests {
  private let wide = Size(columns: 130, rows: 44)

  @Test func `a colleague is asked with a key, sees it, answers, and the asker is told`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("My kettle leaks again.")
    let agent = try Driver(bench, size: wide)
    let ann = try Driver(bench, as: "ann", size: wide)
    agent.press("t", "@", "1")
    #expect(agent.screen.contains("Ask a colleague"), "\(agent.screen)")
    agent.press("tab")
    agent.type("Is this the bad batch?")
    agent.press("f10")
    #expect(try bench.desk.find(ref).openConsultations.first?.asked == [.person("ann")])
    #expect(agent.screen.contains("Asked Ann: “Is this the bad batch?”"), "\(agent.screen)")

    ann.follow()
    #expect(ann.line(0).contains("your view: Ms Reed"))
    #expect(ann.rings == 0)
    ann.press("*")
    #expect(ann.screen.contains("Li Mei asks you: “Is this the bad batch?”"), "\(ann.screen)")
    ann.press("@", "1")
    #expect(ann.screen.contains("What is wrong: My kettle leaks again."), "\(ann.screen)")
    ann.type("Yes, lot 7.")
    ann.press("f10")
    #expect(try bench.desk.find(ref).openConsultations.isEmpty)
    #expect(!ann.line(0).contains("your view"))
    agent.follow()
    #expect(agent.line(43).contains("Ann answers: “Yes, lot 7.”"), "\(agent.screen)")
    #expect(agent.screen.contains("Yes, lot 7."))
  }

  @Test func `whoever comes back calls for a joint session, which ends with one plan`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("It never came. Where is it?")
    try bench.perform(.claim, on: ref, by: "sam")
    try bench.perform(
      .send(Draft(text: "It went out today; you'll have it tomorrow.")), on: ref, by: "sam",
      override: .words("test"))
    try bench.perform(
      .close(.answered, words: "done"), on: ref, by: "sam", override: .words("test"))
    try bench.hear("It still isn't here!", on: ref)
    #expect(try bench.desk.find(ref).returns == 1)
    let agent = try Driver(bench, as: "sam", size: wide)
    agent.press("D")
    #expect(agent.screen.contains("joint session"), "\(agent.screen)")
    agent.press("D", "j")
    #expect(
      agent.screen.contains("What we tried has not worked: call a joint session, @."),
      "\(agent.screen)")

    agent.press("@", "2")
    #expect(agent.screen.contains("Customer hears by"), "\(agent.screen)")
    // Ann and Lin, and not Mei.
    agent.press("space", "down", "space", "down", "down")
    agent.type("Why is it lost, and what now?")
    agent.press("tab", "tab")
    agent.type("+3h")
    agent.press("f10")
    let session = try #require(try bench.desk.find(ref).openConsultations.first)
    #expect(session.isJoint)
    #expect(session.asked.count == 2)
    #expect(agent.draft.contains("1 pm") || agent.draft.contains("13:00"), "\(agent.draft)")
    for case .person(let person) in session.asked {
      try bench.perform(.giveView(number: nil, words: "Send another."), on: ref, by: person)
    }
    agent.press("escape")
    agent.follow()
    #expect(agent.screen.contains("every view is in"), "\(agent.screen)")
    agent.press("@", "1", "tab")
    agent.type("A new one by courier tomorrow.")
    agent.press("f10")
    #expect(try bench.desk.find(ref).untoldSession?.end?.outcome == .plan)
    #expect(agent.screen.contains("The joint session agreed: A new one by"), "\(agent.screen)")
  }

  @Test func `many who write the same ring once, and what is known reaches each of them`() throws {
    let bench = try Workbench.shipped()
    let least = try #require(bench.desk.playbook.together.cases)
    let supervisor = try Driver(bench, as: "sam", size: wide)
    let agent = try Driver(bench, size: wide)
    for number in 1..<least {
      try bench.open("My broadband has been down all day.", by: "Customer \(number)")
    }
    supervisor.follow()
    #expect(supervisor.rings == 0)
    try bench.open("We have no internet.", by: "Customer \(least)")
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("\(least) × no service"), "\(supervisor.line(0))")
    try bench.open("Still no internet here!", by: "Ms Moss")
    supervisor.follow()
    #expect(supervisor.rings == 1)
    agent.follow()
    #expect(agent.rings == 0)
    agent.press("t")
    #expect(agent.screen.contains("cases of this since"), "\(agent.screen)")

    supervisor.press("D")
    #expect(supervisor.screen.contains("× no service since"), "\(supervisor.screen)")
    supervisor.press("#", "1")
    #expect(supervisor.screen.contains("What we know"), "\(supervisor.screen)")
    supervisor.type("A cable was cut near Leeds.")
    supervisor.press("tab")
    supervisor.type("+2h")
    supervisor.press("f10")
    #expect(try bench.desk.crowds().first?.answer?.words == "A cable was cut near Leeds.")
    #expect(!supervisor.line(0).contains("no service"))
    agent.follow()
    #expect(
      agent.screen.contains("What everyone is told"), "\(agent.screen)")
    agent.press("/")
    agent.type("know about this one")
    agent.press("enter")
    #expect(agent.draft.contains("A cable was cut near Leeds. You'll hear"), "\(agent.screen)")
    agent.press("enter")
    #expect(try bench.desk.find(try #require(agent.model.open?.ref)).commitments.count == 1)
  }

  @Test func `what no procedure fits goes to a specialist, with a call back for the customer`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("The kettle hums in C minor and my dog howls.")
    let agent = try Driver(bench, size: wide)
    agent.press("t", "X")
    agent.type("acoustics")
    agent.press("tab")
    agent.type("why it hums")
    agent.press("tab")
    agent.type("+4h")
    agent.press("f10")
    #expect(try bench.desk.find(ref).tasks.first?.department == "acoustics", "\(agent.screen)")
    #expect(agent.draft.contains("acoustics"), "\(agent.screen)")
    agent.press("enter")
    #expect(try bench.desk.find(ref).commitments.count == 1, "\(agent.screen)")
  }

  @Test func `who asks for somebody higher is handed up with one key and the story`() throws {
    let bench = try Workbench.shipped()
    try bench.open("My kettle leaks. Let me speak to your manager.")
    let agent = try Driver(bench, size: wide)
    agent.press("t")
    #expect(agent.screen.contains("They want a manager: U"), "\(agent.screen)")
    agent.press("U")
    #expect(agent.screen.contains("What is wrong: My kettle leaks."), "\(agent.screen)")
  }

  @Test(arguments: LanguageTag.allCases)
  func `every word of it is there in every language`(language: LanguageTag) throws {
    let bench = try Workbench.shipped()
    let least = try #require(bench.desk.playbook.together.cases)
    for number in 1...least { try bench.open("家里断网了", by: "顾客\(number)") }
    let ref = try bench.open("家里断网了，叫你们经理来")
    try bench.perform(.claim, on: ref, by: "sam")
    try bench.perform(
      .consult(
        asked: [.person("ann")], question: "怎么办？", tells: bench.clock.now.adding(seconds: 7_200)),
      on: ref, by: "sam")
    let driver = try Driver(bench, as: "sam", language: language, size: wide)
    driver.press("j")
    for keys in [["@"], ["@", "1"], ["@", "3"], ["@", "4"], ["#"], ["#", "1"], ["X"], ["D"]] {
      for key in keys { driver.press(key) }
      #expect(!driver.screen.contains("screen."), "\(keys) \(driver.screen)")
      for blank in ["key_", "{n}", "{words}", "{matter}", "{person}", "{people}", "{since}"] {
        #expect(!driver.screen.contains(blank), "\(keys) \(driver.screen)")
      }
      driver.press("escape", "escape", "escape")
    }
  }
}
