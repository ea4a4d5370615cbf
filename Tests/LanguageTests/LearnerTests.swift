import Foundation
import Testing
import Vocabulary
import Yams

@testable import Language

/// What a learner makes of judged sentences.
@Suite struct LearnerTests {
  private static let nouns = [
    "router", "parcel", "flight", "invoice", "heater", "ticket", "phone", "room", "meter", "card",
  ]

  /// Blame that no lexicon names, and good sentences with the same nouns.
  private static let tone: [JudgedText] = nouns.enumerated().flatMap { place, noun in
    [
      JudgedText(
        text: "The \(noun) was plainly mishandled at your end.", language: .en,
        judgement: .findings(["blame"])),
      JudgedText(
        text: "Mishandled at your end, this \(noun), number \(place).", language: .en,
        judgement: .findings(["blame"])),
      JudgedText(
        text: "The \(noun) is on its way to your door.", language: .en, judgement: .findings([])),
      JudgedText(
        text: "This \(noun) will be replaced, number \(place).", language: .en,
        judgement: .findings([])),
    ]
  }

  private var learner: Learner { Learner(lexicon: ShippedLexicon.plain) }

  private func reader(_ hints: [LabelHints]) throws -> Reader {
    let yaml = HintsFile.text(hints, comment: "Learned.\nFrom a test.")
    return Reader(
      lexicon: Lexicon(ShippedLexicon.plainSources + [try ShippedLexicon.source(yaml)]))
  }

  @Test func `what it learned is found in sentences it has not seen`() throws {
    let lesson = learner.learn(.tone, in: .en, from: Self.tone)
    let reader = try reader(lesson.hints)
    let text = "The kettle was mishandled at your end."
    let finding = try #require(reader.agent(text).findings.first)
    #expect(finding.kind == "blame")
    #expect(text.words(at: finding.span).contains("your end"))
    #expect(reader.agent("The kettle is on its way to you.").findings.isEmpty)
    let plain = Reader(lexicon: ShippedLexicon.plain)
    #expect(plain.agent(text).findings.isEmpty)
    let figure = try #require(lesson.figures.first)
    #expect(figure.detection.recall ?? 0 > figure.named.recall ?? 0)
  }

  @Test func `the same sentences teach the same hints`() {
    let first = learner.learn(.tone, in: .en, from: Self.tone)
    let second = learner.learn(.tone, in: .en, from: Self.tone + Self.tone)
    #expect(first.hints == second.hints)
    #expect(!first.hints.isEmpty)
    #expect(HintsFile.text(first.hints, comment: "") == HintsFile.text(second.hints, comment: ""))
  }

  @Test func `what is written down is read back as it was`() throws {
    let hints = learner.learn(.tone, in: .en, from: Self.tone).hints
    let yaml = HintsFile.text(hints, comment: "One line.\n\nAnother.")
    let back = try ShippedLexicon.source(yaml).votes
    #expect(back.count == hints.count)
    for (one, other) in zip(hints, back) {
      #expect(abs(one.start - other.start) < 0.006)
      #expect(one.hints == other.hints)
      #expect(one.kind == other.kind)
    }
    #expect(yaml.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func `in a message of several sentences it learns from the one that is meant`() throws {
    let texts = Self.nouns.flatMap { noun in
      [
        JudgedText(
          text: "The \(noun) is here. Shall be posted by sundown.", language: .en,
          judgement: .acts(["promise"])),
        JudgedText(
          text: "Shall be posted by sundown, your \(noun).", language: .en,
          judgement: .acts(["promise"])),
        JudgedText(text: "The \(noun) is here.", language: .en, judgement: .acts([])),
        JudgedText(text: "Your \(noun) is blue.", language: .en, judgement: .acts([])),
      ]
    }
    let lesson = learner.learn(.acts, in: .en, from: texts)
    let reader = try reader(lesson.hints)
    let text = "The kettle is here. It shall be posted by sundown."
    let said = try #require(reader.agent(text).said.first { $0.act == .promise })
    #expect(text.words(at: said.span).contains("posted by sundown"))
    #expect(!reader.agent("The kettle is here.").acts.contains(.promise))
  }

  @Test func `where nothing can be learned there are no hints`() {
    #expect(learner.learn(.tone, in: .en, from: []).hints.isEmpty)
    #expect(learner.learn(.acts, in: .en, from: Self.tone).hints.isEmpty)
    #expect(learner.learn(.tone, in: .zh, from: Self.tone).hints.isEmpty)
  }

  @Test func `the mark is where enough is right, and of those where most balance`() throws {
    let points: [Double] = [5, 4, 3, 2, 1, 0]
    let isThere = [true, true, false, true, false, false]
    let strict = try #require(
      PassMark.best(points, isThere, precision: 1, prefersRecall: true, fewest: 1))
    #expect(strict.points == 3.5)
    let loose = try #require(
      PassMark.best(points, isThere, precision: 0, prefersRecall: false, fewest: 1))
    #expect(loose.points == 1.5)
    #expect(PassMark.best(points, isThere, precision: 1, prefersRecall: true, fewest: 3) == nil)
    // Equal points cannot be told apart.
    #expect(
      PassMark.best([1, 1], [true, false], precision: 0.9, prefersRecall: true, fewest: 1) == nil)
  }
}
