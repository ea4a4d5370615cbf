import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary
import Workflow

/// Domain E9: one key, and a supervisor is told.
@Suite struct AlarmTests {
  @Test func `danger on somebody's case rings once at the supervisor's console and stays in sight`()
    throws
  {
    let bench = try Workbench.shipped()
    let ref = try bench.open("The charger of order 48213 is smoking!")
    let size = Size(columns: 120, rows: 36)
    let supervisor = try Driver(bench, as: "sam", size: size)
    let agent = try Driver(bench, size: size)
    #expect(supervisor.rings == 0)
    agent.press("t", "d", "1")
    #expect(try bench.desk.find(ref).danger == .fire)
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("smoke or gas:"))
    #expect(supervisor.line(35).contains("smoke or gas:"))
    try bench.hear("It is getting worse!", on: ref)
    supervisor.follow()
    #expect(supervisor.rings == 1)
    #expect(supervisor.line(0).contains("smoke or gas:"))
    agent.follow()
    #expect(agent.rings == 0)
    #expect(!agent.line(0).contains("smoke or gas:"))
  }
}
