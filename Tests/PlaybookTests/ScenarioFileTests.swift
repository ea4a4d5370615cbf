import Foundation
import Playbook
import Testing
import Vocabulary
import Workflow

/// The customers there are to practise on, and what is said about a file that is wrong.
struct ScenarioFileTests {
  private func shipped() throws -> Playbook { try #require(ShippedPlaybook.found) }

  @Test func `every shipped scenario is there in three languages`() throws {
    let playbook = try shipped()
    #expect(playbook.scenarioIDs.count >= 7)
    #expect(playbook.scenarios.map(\.id).sorted() == playbook.scenarioIDs)
    let channels = Set(playbook.scenarios.map(\.channel))
    #expect(channels.isSuperset(of: [.chat, .phone, .public]))
    for scenario in playbook.scenarios {
      #expect(Set(scenario.words.keys) == Set(LanguageTag.allCases), "\(scenario.id)")
      for (language, words) in scenario.words {
        for reaction in Reaction.own {
          #expect((words.says[reaction]?.count ?? 0) >= 2, "\(scenario.id) \(language) \(reaction)")
        }
      }
      // Customers of different countries are different people.
      #expect(Set(scenario.words.values.map(\.customer.name)).count == 3)
    }
    #expect(playbook.scenarios.prefix(3).map(\.place) == [1, 2, 3])
  }

  @Test func `nobody is told twice from the same number`() throws {
    let playbook = try shipped()
    for language in LanguageTag.allCases {
      let phones = playbook.scenarios.compactMap { $0.words[language]?.customer.phone }
      #expect(Set(phones).count == phones.count)
      let names = playbook.scenarios.compactMap { $0.words[language]?.customer.name }
      #expect(Set(names).count == names.count)
    }
  }

  /// A shipped file with something changed, laid over the shipped playbook.
  private func problems(
    _ name: String, _ old: String, to new: String
  ) throws -> [String] {
    let base = try #require(try shipped().layers.first)
    let path = "scenarios/\(name).yaml"
    let text = try String(contentsOfFile: base.root + "/" + path, encoding: .utf8)
    #expect(text.contains(old))
    let file = text.replacing(old, with: new, maxReplacements: 1)
    let overlay = PlaybookLayer(
      root: "/ours", files: .memory(["/ours/" + path: file]), isBase: false)
    let playbook = Playbook(layers: [overlay, base])
    _ = playbook.scenario(ScenarioID(name))
    return playbook.problems.map(\.description)
  }

  @Test(arguments: [
    ("channel: chat", "channel: chatt", "did you mean “chat”?"),
    ("temper: 8", "temper: 80", "has a temper of 80; the most is 10."),
    ("id: lost_parcel", "id: lost", "but its file is called lost_parcel.yaml"),
    ("  zh-Hant:\n", "  zh-Hantt:\n", "which is no language of this house"),
    ("heard: [\"It's", "herd: [\"It's", "names the"),
    (
      "remedies: [refund, investigation]", "remedies: [refund, inquiry]",
      "has no words for taking “inquiry”"
    ),
    ("patience: 75s", "patience: a while", "wants a time such as 90s"),
  ])
  func `what is wrong with a scenario is named with its file`(
    _ old: String, _ new: String, _ sentence: String
  ) throws {
    let found = try problems("lost_parcel", old, to: new)
    let wanted = sentence == "names the" ? "has words for the reaction “herd”" : sentence
    #expect(
      found.contains { $0.hasPrefix("/ours/scenarios/lost_parcel.yaml") && $0.contains(wanted) },
      "\(found)")
  }

  @Test func `a remedy the playbook does not have is named`() throws {
    let base = try #require(try shipped().layers.first)
    let text = try String(
      contentsOfFile: base.root + "/scenarios/double_charge.yaml", encoding: .utf8
    ).replacing("refund", with: "cheque")
    let overlay = PlaybookLayer(
      root: "/ours", files: .memory(["/ours/scenarios/double_charge.yaml": text]), isBase: false)
    let found = PlaybookCheck.run(Playbook(layers: [overlay, base])).map(\.description)
    #expect(
      found.contains { $0.contains("“double_charge” is settled by “cheque”, which is no remedy") },
      "\(found)")
  }

  @Test func `without manners nobody can be played`() throws {
    var small = SmallPlaybook()
    small.base["scenarios/one.yaml"] = "id: one\n"
    #expect(small.playbook.scenarios == [])
    #expect(
      PlaybookCheck.run(small.playbook).map(\.description).contains(
        "scenarios/manners.yaml: No customer can be played without it; put it back, or put it "
          + "right."))
  }
}
