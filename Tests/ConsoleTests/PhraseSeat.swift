import Console
import ConsoleTesting
import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Suites that look at the phrases beside one customer's case.
protocol PhraseSeat {}

extension PhraseSeat {
  /// A case with these first words, taken by whoever sits at the console.
  func seat(
    _ words: String, channel: Channel = .chat, language: LanguageTag = .en,
    size: Size = Size(columns: 120, rows: 40)
  ) throws -> (Driver, Workbench, CaseRef) {
    let bench = try Workbench.shipped()
    let ref = try bench.open(words, channel: channel)
    let driver = try Driver(bench, language: language, size: size)
    driver.press("t")
    return (driver, bench, ref)
  }

  /// The ids of the phrases, as they stand.
  func shown(_ driver: Driver) -> [String] {
    driver.model.open?.sidebar.phrases.map(\.id.rawValue) ?? []
  }
}
