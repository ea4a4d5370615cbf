import Desk
import Foundation
import Playbook
import Vocabulary
import Workflow

/// What reports are said in: the language of the screen.
struct ReportWords {
  let place: Workplace
  private let wording: Wording

  init(place: Workplace) {
    self.place = place
    wording = place.wording()
  }

  var texts: Texts { wording.texts }

  /// The name of a table.
  func title(of table: ReportTable, by grouping: ReportGrouping?) -> String {
    guard table.id == "groups", let grouping else { return texts["report.table.\(table.id)"] }
    return texts["report.by.\(grouping.rawValue)"]
  }

  func name(of column: ReportColumn) -> String {
    if let level = HeatLevel.allCases.first(where: { column.id == "end_\($0.rawValue)" }) {
      return wording.name(of: level)
    }
    return texts["report.column.\(column.id)"]
  }

  /// What some columns mean, where their heading is short.
  func legend(of table: ReportTable) -> String? {
    let key = "report.legend.\(table.id)"
    return texts.has(key) ? texts[key] : nil
  }

  func sentence(on withheld: ReportTable.Withheld) -> String {
    texts("report.withheld.\(withheld.rawValue)", ["n": "5"])
  }

  func text(of cell: ReportCell) -> String {
    switch cell {
    case .term(let term): name(of: term)
    case .count(let count): String(count)
    case .share(let part, let all):
      all == 0 ? "–" : "\(Int((Double(part) * 100 / Double(all)).rounded()))%"
    case .money(let money): wording.money.shown(money)
    case .seconds(let seconds): span(seconds)
    case .score(let sum, let all):
      all == 0
        ? "–"
        : String(
          format: "%.1f", locale: Locale(identifier: "en_US_POSIX"), Double(sum) / Double(all))
    case .withheld: "×"
    case .none: ""
    }
  }

  /// A length of time as the console says it.
  private func span(_ seconds: Int64) -> String {
    let (key, length): (String, Int64) =
      switch seconds {
      case ..<60: ("seconds", seconds)
      case ..<3600: ("minutes", seconds / 60)
      case ..<86_400: ("hours", seconds / 3600)
      default: ("days", seconds / 86_400)
      }
    return texts("screen.span.\(key)", ["n": String(length)])
  }

  func name(of term: ReportTerm) -> String {
    switch term {
    case .cause(let cause): cause.map { wording.name(of: $0) } ?? texts["report.none.cause"]
    // A cause alone says that nobody's fault was found yet.
    case .fault(let fault): fault.map { wording.name(of: $0) } ?? ""
    case .content(let content):
      content.map { wording.name(of: $0) } ?? texts["report.none.content"]
    case .procedure(let id): wording.name(of: id)
    case .step(let step, let procedure): wording.name(of: step, in: procedure)
    case .team(let name): name ?? texts["report.none.team"]
    case .department(let name): name ?? texts["report.none.department"]
    case .remedy(let id): id.map { wording.name(of: $0) } ?? texts["report.none.remedy"]
    case .currency(let code): code ?? "–"
    case .hour(let hour): (hour < 10 ? "0" : "") + "\(hour):00"
    case .channel(let channel): wording.name(of: channel)
    case .language(let tag): wording.name(of: tag)
    case .heat(let level): wording.name(of: level)
    case .clock(let name): wording.name(of: name)
    case .gate(let gate, let procedure): place.wording(for: procedure).name(of: gate)
    case .strength(let strength): wording.name(of: strength)
    case .reason(let reason): wording.words(ofReason: reason)
    case .survey(let item):
      item.map { wording.name(of: $0) } ?? texts["report.measure.whole"]
    case .outcome(let outcome): wording.name(of: outcome)
    case .measure(let measure): texts["report.measure.\(measure)"]
    case .words(let words): words
    case .others: texts["report.none.others"]
    }
  }
}
