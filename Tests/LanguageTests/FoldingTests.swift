import Foundation
import Testing
import Vocabulary

@testable import Language

@Suite struct FoldingTests {
  @Test(arguments: [
    ("這個東西壞了", "这个东西坏了"),
    ("ＡＢＣ１２３！？", "abc123!?"),
    ("Don’t SHOUT", "don't shout"),
    ("café", "cafe"),
    ("cafe\u{301}", "cafe"),
    ("a \t\u{3000} b", "a b"),
    ("a \n b", "a\nb"),
    ("f u c k this", "fuck this"),
    ("s.h.i.t", "shit"),
    ("f*u*c*k", "fuck"),
    ("s b", "s b"),
    ("z\u{200B}e\u{200D}r\u{FEFF}o", "zero"),
    ("妳好", "你好"),
    ("", ""),
  ])
  func `many ways of writing come to one form`(_ text: String, _ folded: String) {
    #expect(Folding.key(text) == folded)
  }

  @Test func `the pairs are those of ICU for every Chinese character of the plane`() throws {
    var text = String.UnicodeScalarView()
    for code in Array(0x3400...0x9FFF) + Array(0xF900...0xFAFF) {
      // Two letters are folded here and left alone by the transform.
      guard let scalar = Unicode.Scalar(UInt32(code)), !"妳牠".unicodeScalars.contains(scalar)
      else { continue }
      text.append(scalar)
      text.append("\n")
    }
    let source = String(text)
    let transformed = try #require(
      source.applyingTransform(StringTransform("Hant-Hans"), reverse: false))
    var differing: [String] = []
    for (from, to) in zip(source.split(separator: "\n"), transformed.split(separator: "\n")) {
      // A few targets lie beyond the plane; those characters stay as they are.
      guard let target = to.unicodeScalars.first, target.value < 0x10000 else { continue }
      if Folding.key(String(from)) != String(to) { differing.append("\(from)→\(to)") }
    }
    #expect(differing == [])
  }

  @Test func `spans lead back to the original words`() throws {
    let text = "😡  Ｙｏｕ 們e\u{301}s b"
    let folded = Folding.fold(text)
    #expect(folded.text(0..<folded.count) == "😡 you 们es b")
    #expect(text.words(at: folded.span(2..<5)) == "Ｙｏｕ")
    #expect(text.words(at: folded.span(6..<8)) == "們e\u{301}")
    #expect(folded.span(0..<folded.count).end == text.unicodeScalars.count)
    #expect(folded.originalCount == text.unicodeScalars.count)
  }

  @Test func `letters that were closed up are covered whole`() {
    let text = "oh f u c k it"
    let folded = Folding.fold(text)
    #expect(folded.text(3..<7) == "fuck")
    #expect(text.words(at: folded.span(3..<7)) == "f u c k")
  }

  @Test func `a span outside the text is empty and inside it`() {
    let folded = Folding.fold("ab")
    #expect(folded.span(5..<9).start == 2)
    #expect(folded.span(5..<9).end == 2)
    #expect(folded.span(-4 ..< -1).end == 0)
  }

  @Test func `random text never loses its way back`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array(
      "aB1 \n\t。！？!?.…“”「」*@#們们這这妳é\u{301}\u{200D}\u{202E}😡👨‍👩‍👧\u{FE0F}عש한カ".unicodeScalars)
    for _ in 0..<400 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { view.append(scalar) }
      }
      let text = String(view)
      let folded = Folding.fold(text)
      var last = 0
      for index in 0..<folded.count {
        let span = folded.span(index..<index + 1)
        #expect(span.start >= last, "\(text.unicodeScalars.map(\.value))")
        #expect(span.end > span.start)
        #expect(span.end <= text.unicodeScalars.count)
        last = span.start
      }
    }
  }
}
