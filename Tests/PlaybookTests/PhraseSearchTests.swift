import Language
import Playbook
import Testing
import Vocabulary

/// What an agent types to find a phrase among the shipped ones.
struct PhraseSearchTests {
  private static let indexes: [LanguageTag: PhraseIndex] = LanguageTag.allCases.reduce(into: [:]) {
    $0[$1] = ShippedPlaybook.found?.phraseIndex(in: $1, named: $1)
  }

  private func found(_ typed: String, _ language: LanguageTag) throws -> [Phrase] {
    let index = try #require(Self.indexes[language])
    return PhraseShelf(PhraseMoment(stages: ["apologise"])).phrases(in: index, matching: typed)
  }

  @Test(
    arguments: [
      ("dbq", .zhHans, "对不起"), ("duibuqi", .zhHans, "对不起"), ("dui bu qi", .zhHans, "对不起"),
      ("對不起", .zhHans, "对不起"), ("tuikuan", .zhHans, "退"), ("jilu", .zhHans, "记录"),
      ("hbq", .zhHant, "很抱歉"), ("henbaoqian", .zhHant, "很抱歉"), ("抱歉", .zhHant, "抱歉"),
      ("处理", .zhHant, "處理"), ("處理", .zhHans, "处理"), ("chuli", .zhHant, "處理"),
      ("sorry", .en, "sorry"), ("sory", .en, "sorry"), ("answr", .en, "answer"),
      ("promissed", .en, "promised"), ("kept waiting", .en, "kept waiting"),
    ] as [(String, LanguageTag, String)])
  func `the words that are meant stand in the first phrase`(
    typed: String, language: LanguageTag, words: String
  ) throws {
    let phrases = try found(typed, language)
    let first = phrases.first.map { Folding.key($0.text) } ?? ""
    #expect(
      first.contains(Folding.key(words)), "\(phrases.prefix(3).map(\.text))")
  }

  @Test func `the better match comes first, whatever the moment`() throws {
    let shelf = PhraseShelf(PhraseMoment(stages: ["solve"]))
    let fits = Phrase(id: "a", kind: .offer, stages: ["solve"], text: "Prefunded cards work")
    let better = Phrase(id: "b", kind: .offer, stages: ["vent"], text: "The refund is on its way")
    #expect(shelf.phrases([fits, better], matching: "refund").map(\.id) == ["b", "a"])
    #expect(shelf.phrases([fits, better], matching: "").map(\.id) == ["a"])
  }

  @Test func `a kind is found by its name in the agent's language`() throws {
    let index = try #require(ShippedPlaybook.found).phraseIndex(in: .en, named: .zhHans)
    let kinds = Set(
      PhraseShelf(PhraseMoment()).phrases(in: index, matching: "daoqian").map(\.kind))
    #expect(kinds.isSubset(of: [.regret, .responsibility]))
  }
}
