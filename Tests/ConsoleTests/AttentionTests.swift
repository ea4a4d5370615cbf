import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Who works in another window is called back to this one.
@Suite struct AttentionTests {
  @Test func `a customer of mine who writes is told on the desktop, without their words`() throws {
    let bench = try Workbench.shipped()
    let ref = try bench.open("Where is my parcel?", by: "Ms Reed")
    let driver = try Driver(bench)
    driver.press("t")
    try bench.hear("Hello?", on: ref)
    driver.follow()
    #expect(driver.notified == [])
    driver.tell(.focus(false))
    try bench.hear("Is anybody there?", on: ref)
    driver.follow()
    #expect(driver.notified == ["Ms Reed has written again."])
    driver.follow()
    try bench.open("The toaster is broken.", by: "Mr Bassi")
    driver.follow()
    #expect(driver.notified.count == 1)
    driver.tell(.focus(true))
    try bench.hear("Hello!", on: ref)
    driver.follow()
    #expect(driver.notified.count == 1)
  }

  @Test func `danger is told to those who are told of danger`() throws {
    let bench = try Workbench.shipped()
    try bench.open("The charger of order 48213 is smoking!")
    let supervisor = try Driver(bench, as: "sam")
    let colleague = try Driver(bench, as: "ann")
    let agent = try Driver(bench)
    for driver in [supervisor, colleague] { driver.tell(.focus(false)) }
    agent.press("t", "d", "1")
    supervisor.follow()
    colleague.follow()
    #expect(supervisor.notified.count == 1)
    #expect(supervisor.rings == 1)
    #expect(colleague.notified == [])
  }
}
