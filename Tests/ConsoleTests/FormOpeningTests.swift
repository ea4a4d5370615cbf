import Console
import ConsoleTesting
import Testing
import Vocabulary
import Workflow

/// Where the complaint form opens, and how a row of it is emptied.
@Suite struct FormOpeningTests {
  private func row(_ driver: Driver) -> RegisterRow? {
    if case .register(let register) = driver.model.overlay { register.row } else { nil }
  }

  @Test func `the form opens on what was just said to be missing`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Where is my parcel? I want my money back.")
    let driver = try Driver(bench)
    driver.press("t", "g")
    #expect(driver.screen.contains("“order”"), "\(driver.screen)")
    driver.press("esc", "f")
    #expect(row(driver) == .field(.order), "\(driver.screen)")
    driver.press("esc", "a")
    guard case .blocked = driver.model.overlay else {
      Issue.record("nothing was refused:\n\(driver.screen)")
      return
    }
    driver.press("f")
    #expect(row(driver) == .field(.problem), "\(driver.screen)")
  }

  @Test func `else on what the step wants, then on what the customer spoke of`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Order 48213 never came.")
    let driver = try Driver(bench)
    driver.press("t", "f")
    #expect(row(driver) == .field(.problem))
    driver.type("the parcel never came")
    driver.press("enter", "esc", "f")
    #expect(row(driver) == .field(.demand), "\(driver.screen)")
    driver.type("send it again")
    driver.press("enter", "esc", "f")
    #expect(row(driver) == .field(.order), "\(driver.screen)")
  }

  @Test func `what was on file is taken out with a reason, and stays without one`() throws {
    let bench = try Workbench.shipped()
    try bench.open("Order 48213 never came.")
    let driver = try Driver(bench)
    driver.press("t", "f")
    driver.go(to: .order)
    driver.press("enter", "up")
    #expect(driver.current?.fields[.order]?.value == "48213")
    driver.press("f2", "ctrl-u", "enter", "enter")
    #expect(driver.screen.contains("Say why it is unknown"), "\(driver.screen)")
    #expect(driver.current?.fields[.order]?.value == "48213")
    driver.type("it was the invoice number")
    driver.press("enter")
    #expect(driver.current?.fields[.order]?.value == nil)
    #expect(driver.current?.fields[.order]?.reason == "it was the invoice number")
  }
}
