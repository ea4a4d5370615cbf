import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// The mouse means what is seen, and nothing that keys could not do.
@Suite struct MouseTests {
  private let size = Size(columns: 120, rows: 36)

  private func desk() throws -> (Workbench, Driver) {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel?", "I have rung twice.", by: "Ms Reed")
    try bench.open("The toaster is broken.", by: "Mr Bassi")
    return (bench, try Driver(bench, size: size))
  }

  @Test func `a click selects a case and another one opens it`() throws {
    let (_, driver) = try desk()
    let first = driver.model.queue.selected
    driver.click(on: "Mr Bassi")
    #expect(driver.model.queue.selected != first)
    #expect(driver.model.open == nil)
    driver.click(on: "Mr Bassi")
    #expect(driver.model.open?.current.customer.name == "Mr Bassi")
  }

  @Test func `a click on a phrase puts it in, and one in the draft moves the caret`() throws {
    let (_, driver) = try desk()
    driver.press("t")
    #expect(driver.model.drafts.unsent.isEmpty)
    let words = try #require(driver.screen.split(separator: "│ 1 ").last).prefix(12)
    driver.click(on: String(words))
    #expect(driver.model.focus == .composer)
    #expect(!driver.model.drafts.unsent.isEmpty)
    driver.press("ctrl-z")
    #expect(driver.model.drafts.unsent.isEmpty)
    driver.type("one two three")
    driver.click(on: "two three")
    driver.type("and a half ")
    #expect(driver.screen.contains("one and a half two three"))
  }

  @Test func `clicks go to the caret in wide characters and on later lines`() throws {
    let (_, driver) = try desk()
    driver.press("t", "r")
    driver.type("您好，订单")
    driver.press("ctrl-j")
    driver.type("第二行")
    driver.click(on: "单")
    driver.type("！")
    driver.click(on: "二")
    driver.type("？")
    #expect(driver.screen.contains("您好，订！单"))
    #expect(driver.screen.contains("第？二行"))
  }

  @Test func `a click on a line of the palette does it`() throws {
    let (_, driver) = try desk()
    driver.press("t", "escape", ":")
    driver.click(on: "complaint form")
    guard case .register = driver.model.overlay else {
      Issue.record("the form is not open:\n\(driver.screen)")
      return
    }
    driver.press("escape", ":")
    driver.tell(.pointer(Pointer(.press, at: Position(column: 0, row: 10))))
    #expect(driver.model.overlay == nil)
  }

  @Test func `a click on a pane goes there`() throws {
    let (_, driver) = try desk()
    driver.press("t")
    driver.click(on: "I have rung twice.")
    #expect(driver.model.focus == .conversation)
    #expect(driver.model.open?.selected == 2)
    driver.click(on: "Queue")
    #expect(driver.model.focus == .queue)
    driver.click(on: "Reply to")
    #expect(driver.model.focus == .composer)
  }

  @Test func `the wheel scrolls what lies under it and leaves the focus alone`() throws {
    let bench = try Workbench.shipped()
    for number in 0..<40 {
      try bench.open("Message \(number) of a long day.", by: "Customer \(number)")
    }
    let driver = try Driver(bench, size: size)
    driver.press("t")
    let ref = try #require(driver.model.open?.ref)
    for number in 0..<40 { try bench.hear("And another thing, number \(number).", on: ref) }
    driver.follow()
    driver.press("r")
    #expect(driver.screen.contains("number 39"))
    for _ in 0..<10 { driver.click(on: "number 3", .wheelUp) }
    #expect(!driver.screen.contains("number 39"))
    #expect(driver.model.focus == .composer)
    let selected = driver.model.queue.selectedIndex
    driver.click(on: "Queue", .wheelDown)
    #expect(driver.model.queue.selectedIndex == selected.map { $0 + 3 })
    #expect(driver.model.focus == .composer)
  }

  @Test func `lists, forms and the register take clicks`() throws {
    let (bench, driver) = try desk()
    driver.press("t")
    let ref = try #require(driver.model.open?.ref)
    driver.press("d")
    driver.click(on: "fire")
    #expect(try bench.desk.find(ref).danger != nil)
    driver.press("f")
    driver.click(on: "  order   ")
    guard case .register(let register) = driver.model.overlay else {
      Issue.record("the register is not open:\n\(driver.screen)")
      return
    }
    #expect(register.row == .field(.order))
    driver.press("escape", "g")
    guard case .form(let form) = driver.model.overlay else {
      Issue.record("no form is open:\n\(driver.screen)")
      return
    }
    let other = try #require(form.fields.indices.last { !form.fields[$0].isHidden })
    driver.click(on: form.fields[other].label)
    guard case .form(let after) = driver.model.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(after.focus == other)
  }

  @Test func `a click beside what is open does nothing, wherever it falls`() throws {
    let (_, driver) = try desk()
    driver.press("t", "d")
    let before = driver.model.overlays
    driver.click(on: "Mr Bassi")
    #expect(driver.model.overlays == before)
    driver.press("escape", "?")
    driver.click(on: "Taking", .wheelDown)
    guard case .help(let help) = driver.model.overlay else {
      Issue.record("the help is not open:\n\(driver.screen)")
      return
    }
    #expect(help.top == 3)
    driver.tell(.pointer(Pointer(.press, at: Position(column: 5, row: 5))))
    #expect(driver.model.overlay == nil)
    for (columns, rows) in [(120, 36), (60, 15), (40, 10)] {
      driver.resize(columns, rows)
      for column in stride(from: 0, through: columns + 3, by: 7) {
        for row in stride(from: 0, through: rows + 3, by: 3) {
          for act in [Pointer.Act.wheelUp, .wheelDown] {
            driver.tell(.pointer(Pointer(act, at: Position(column: column, row: row))))
          }
        }
      }
    }
    #expect(!driver.hasQuit)
  }
}
