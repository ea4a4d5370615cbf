import Foundation
import Playbook
import Testing
import Vocabulary
import Workflow

/// The content as it is shipped.
struct ShippedPlaybookTests {
  private func shipped() throws -> Playbook { try #require(ShippedPlaybook.found) }

  @Test func `nothing is wrong with it`() throws {
    #expect(PlaybookCheck.run(try shipped()) == [])
  }

  @Test func `the seven procedures are there, each ready to decide by`() throws {
    let playbook = try shipped()
    #expect(
      playbook.procedureIDs == [
        "six_steps", "good_faith_five", "listen_apologise_satisfy_thank", "online_standard",
        "phone_four", "quick_four", "register_seven",
      ])
    for id in playbook.procedureIDs { #expect(playbook.rules(for: id) != nil, "\(id)") }
  }

  /// What an agent might put in for each variable: three each, by language.
  private static let values: [LanguageTag: [[String: String]]] = [
    .en: (0..<3).map { turn in
      [
        "customer": ["Ms Wang", "Mr O'Neill", "Dr Chen"],
        "agent": ["Dan", "Min", "Dan Price, our floor manager"],
        "senior": ["Ana Ruiz", "Tom", "Sue Li, our duty manager"],
        "team": ["our billing team", "our engineers", "the warehouse"],
        "order": ["48213", "A-77", "20261120001"], "ref": ["C-1042", "C-7", "C-99999"],
        "product": ["dishwasher", "router", "winter coat"],
        "problem": [
          "the broadband has been down for five days", "you were charged twice",
          "the parcel never came",
        ],
        "demand": ["a full refund", "an engineer this week", "the old price"],
        "due": ["6 pm tomorrow", "noon on Sunday", "3 pm on 22 December"],
        "amount": ["£45.00", "$30", "€1,200"],
      ].mapValues { $0[turn] }
    },
    .zhHans: (0..<3).map { turn in
      [
        "customer": ["王女士", "李先生", "陈老师"], "agent": ["李敏", "小周", "周主管"],
        "order": ["48213", "A-77", "20261120001"], "problem": ["宽带断了五天", "被扣了两次款", "包裹没到"],
        "demand": ["全额退款", "这周上门", "按原价结算"], "due": ["明天下午6点", "下周二上午9点", "12月3日"],
        "amount": ["45元", "1,200元", "$30"],
      ].mapValues { $0[turn] }
    },
    .zhHant: (0..<3).map { turn in
      [
        "customer": ["王小姐", "李先生", "陳老師"], "agent": ["李敏", "小周", "周主管"],
        "order": ["48213", "A-77", "20261120001"], "problem": ["網路斷了五天", "被扣了兩次款", "包裹沒到"],
        "demand": ["全額退款", "這週派人來", "照原價計算"], "due": ["明天下午 6 點", "下週二上午 9 點", "12 月 3 日"],
        "amount": ["45 元", "1,200 元", "$30"],
      ].mapValues { $0[turn] }
    },
  ]

  @Test(arguments: LanguageTag.allCases, [0, 1, 2])
  func `a filled phrase leaves no brace and keeps what was put in`(
    language: LanguageTag, turn: Int
  ) throws {
    let given = try #require(Self.values[language])[turn]
    let phrases = try shipped().phrases(in: language)
    #expect(phrases.count >= 95)
    for phrase in phrases {
      let values = Dictionary(
        uniqueKeysWithValues: phrase.variables.map { ($0, given[$0] ?? "word\(turn)") })
      let filled = phrase.filled(values)
      #expect(!filled.contains { "{}｛｝".contains($0) }, "\(phrase.id): \(filled)")
      for value in values.values { #expect(filled.contains(value), "\(phrase.id): \(filled)") }
      #expect(Placeholders.names(in: phrase.text).count == phrase.variables.count)
    }
  }

  @Test func `the three languages have the same phrases`() throws {
    let playbook = try shipped()
    let english = playbook.phrases(in: .en).map(\.id)
    for language in LanguageTag.allCases {
      #expect(playbook.phrases(in: language).map(\.id) == english)
    }
  }

  @Test func `every gate and step of every procedure has a name in each language`() throws {
    let playbook = try shipped()
    for id in playbook.procedureIDs {
      let procedure = try #require(playbook.procedure(id))
      for language in LanguageTag.allCases {
        let wording = playbook.wording(language, for: id)
        #expect(wording.name(of: id) != id.rawValue)
        for step in procedure.steps + procedure.sideSteps {
          #expect(wording.name(of: step.id) != step.id.rawValue, "\(id) \(step.id)")
          for gate in step.gates { #expect(wording.name(of: gate.id) != gate.id.rawValue) }
        }
      }
    }
  }

  @Test func `what a remedy says to the customer holds its amount`() throws {
    let playbook = try shipped()
    for remedy in playbook.remedies {
      for language in LanguageTag.allCases {
        let money = Money(minor: 4500, currency: playbook.currency(for: language))
        let amount = remedy.takesAmount ? money : nil
        let text = remedy.wording(in: language, amount: amount)
        #expect(!text.contains("{"), "\(remedy.id)")
        #expect(text.contains("45") == remedy.takesAmount, "\(remedy.id): \(text)")
      }
    }
  }
}
