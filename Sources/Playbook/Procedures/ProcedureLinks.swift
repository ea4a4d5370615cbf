import Vocabulary
import Workflow

/// Finds names in a procedure's file that lead nowhere or stand twice.
struct ProcedureLinks {
  let procedure: Procedure
  let map: YAMLMap
  private let known: Set<StepID>

  init(_ procedure: Procedure, _ map: YAMLMap) {
    self.procedure = procedure
    self.map = map
    known = Set((procedure.steps + procedure.sideSteps).map(\.id))
  }

  /// Reports each of them with its line.
  func report() {
    reportTwice()
    reportWays()
    for key in ["grant_step", "returning_step"] {
      check(map.optional(key), "leads to")
    }
    for skip in map.items("skips") {
      guard let one = skip.about("a skip of \(map.subject)").map() else { continue }
      check(one.optional("to"), "leads to")
      one.optional("from")?.items(orOne: true).forEach { check($0, "leaves from") }
      checkGate(one.optional("gate"))
    }
    map.items("gates").forEach { checkGate($0) }
    for step in map.items("steps") + map.items("side_steps") {
      guard let found = step.map(), let id = found.optional("id")?.textIfAny else { continue }
      let one = found.about("step “\(id)”")
      one.items("gates").forEach { checkGate($0) }
      one.optional("back_to")?.items(orOne: true).forEach { check($0, "leads back to") }
      for branch in one.items("branches") {
        check(branch.map()?.optional("to"), "branches to")
      }
    }
  }

  private func reportTwice() {
    var steps: Set<String> = []
    var gates: Set<String> = []
    for step in map.items("steps") + map.items("side_steps") {
      once(step, "step", among: &steps)
      step.map()?.items("gates").forEach { once($0, "gate", among: &gates) }
    }
    map.items("gates").forEach { once($0, "gate", among: &gates) }
    for skip in map.items("skips") {
      if let gate = skip.map()?.optional("gate") { once(gate, "gate", among: &gates) }
    }
  }

  private func once(_ reader: YAMLReader, _ noun: String, among seen: inout Set<String>) {
    guard let id = reader.map()?.optional("id"), let name = id.textIfAny else { return }
    if !seen.insert(name).inserted {
      id.about(map.subject).report("has two \(noun)s called “\(name)”; rename one.")
    }
  }

  private func checkGate(_ reader: YAMLReader?) {
    guard let gate = reader?.map(), let id = gate.optional("id")?.textIfAny else { return }
    gate.about("gate “\(id)”").optional("towards")?.items(orOne: true)
      .forEach { check($0, "stands towards") }
  }

  private func check(_ reader: YAMLReader?, _ verb: String) {
    guard let reader, let name = reader.textIfAny, !known.contains(StepID(name)) else { return }
    reader.report(
      "\(verb) the step “\(name)”, which \(map.subject) does not have"
        + Spelling.question(name, in: known.map(\.rawValue).sorted()))
  }
}

extension YAMLReader {
  /// The text, if it is one; nothing is reported.
  var textIfAny: String? {
    guard case .scalar(let text, _) = node.content, !node.isEmpty else { return nil }
    return text.trimmingWhitespace
  }
}
