import ArgumentParser
import Desk
import DeskSQLite
import Foundation
import Vocabulary
import Workflow

/// Makes a large desk.
struct FillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Make a desk with many open cases, to try things on.")

  @Argument(help: "The file to make.")
  var path: String

  @Option(help: "How many cases.")
  var cases = 100_000

  @Option(help: "Messages in one more case, which the person who fills the desk holds; 0 for none.")
  var messages = 0

  func run() throws {
    try Self.fill(path, cases: cases)
    if messages > 0 {
      var times = Measure()
      try BenchDesk(path: path).converse(messages: messages, each: &times)
    }
    print("\(path): \(cases) cases")
  }

  /// What customers write, in the three languages.
  private static let texts: [(LanguageTag, String)] = [
    (.en, "The parcel has not come and nobody answers the phone."),
    (.zhHans, "快递三天了还没到，客服电话一直打不通，到底怎么回事？"),
    (.zhHant, "已經等了五天還沒收到貨，打了三次電話都沒有人接。"),
    (.en, "This is the third time I have asked. Worst service ever."),
    (.zhHans, "麻烦帮我查一下订单什么时候发货。"),
  ]

  /// Fills a desk, many cases a transaction, past the one door since nobody decides anything.
  static func fill(_ path: String, cases: Int) throws {
    let desk = try BenchDesk(path: path)
    let rules = try desk.desk.rules(for: Desk.defaultProcedure)
    let start = desk.desk.now().adding(seconds: -86_400)
    var number = 0
    while number < cases {
      let end = min(cases, number + 2_000)
      try desk.store.write { transaction in
        for index in number..<end {
          let (language, text) = texts[index % texts.count]
          let ref = CaseRef("C-\(try transaction.nextNumber())")
          let at = start.adding(seconds: Int64(index % 80_000))
          let opened = CaseEvent.Opened(
            ref: ref, procedure: Desk.defaultProcedure, step: "vent", channel: .chat,
            language: language, customer: Customer(name: "客户 \(index)"))
          let received = CaseEvent.Received(
            text: text, kind: .text, heat: HeatLevel.allCases[index % 4], moves: [.question])
          let records = [CaseEvent.opened(opened), .received(received)].enumerated().map {
            RecordedEvent(
              version: $0 + 1, at: at, actor: desk.person, command: CommandID("fill-\(index)"),
              event: $1)
          }
          guard let made = Case(replaying: records) else { continue }
          try transaction.append(
            Appending(
              ref: ref, from: 0, events: records,
              row: QueueRow(of: made, by: rules.clocks, heatScore: index % 100),
              external: "fill-\(index)"))
        }
      }
      number = end
    }
  }
}
