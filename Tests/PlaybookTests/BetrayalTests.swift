import Playbook
import Testing
import Vocabulary

/// What betrays a translation, found in all content.
struct BetrayalTests {
  private static let list = """
    betrayals:
      - id: kindly
        languages: [en]
        pattern: '\\bkindly\\b'
        unless: 'asks kindly'
        why: Nobody says it.
        instead: Please send it.
        catches: [Kindly send it.]
        leaves: [He was kind., She asks kindly.]
      - id: soon
        languages: [zh-Hans, zh-Hant]
        pattern: '尽快|盡快'
        why: A time should stand here.
        instead: 明天中午前
        catches: [我们会尽快办。]
        leaves: [明天中午前办好。]

    """

  private func small(_ path: String, _ text: String) -> SmallPlaybook {
    var small = SmallPlaybook.laying(path, text)
    small.base["wording/betrayals.yaml"] = Self.list
    return small
  }

  private func warnings(_ path: String, _ text: String) -> [String] {
    PlaybookCheck.warnings(small(path, text).playbook).map(\.description)
  }

  @Test func `an organisation's own words are judged, with file and line`() {
    #expect(
      warnings("phrases/en.yaml", "# ours\nhello.chat: Kindly wait, {agent} comes.\n") == [
        "/ours/phrases/en.yaml, line 2: “Kindly” is nothing a native would say. Nobody says it."
          + " Say it so: Please send it."
      ])
  }

  @Test(arguments: [
    ("phrases/zh-Hans.yaml", "hello.chat: 尽快，{agent}。\n", "/ours/phrases/zh-Hans.yaml, line 1"),
    ("locales/zh-Hant.yaml", "a:\n  b: 盡快\n", "/ours/locales/zh-Hant.yaml, line 2"),
    ("locales/en.yaml", "grant:\n  zh-Hans: 尽快办\n", "/ours/locales/en.yaml, line 2"),
    (
      "procedures/ours.yaml", "steps:\n  - name: {en: Kindly, zh-Hans: 好}\n",
      "/ours/procedures/ours.yaml, line 2"
    ),
    (
      "remedies/remedies.yaml", "remedies:\n  - what:\n      en: kindly a refund\n",
      "/ours/remedies/remedies.yaml, line 3"
    ),
    (
      "authority/reasons.yaml", "reasons:\n  - words: {zh-Hant: 要盡快}\n",
      "/ours/authority/reasons.yaml, line 2"
    ),
    (
      "lexicons/tone.yaml", "tone:\n  - kind: x\n    rewrite:\n      en: Kindly wait.\n",
      "/ours/lexicons/tone.yaml, line 4"
    ),
  ])
  func `every kind of content is read`(path: String, text: String, place: String) {
    let found = warnings(path, text)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(place + ": ") == true, "\(found)")
  }

  @Test(arguments: [
    ("phrases/en.yaml", "hello.chat: They wrote “kindly wait”, {agent}.\n"),
    ("phrases/en.yaml", "hello.chat: She asks kindly, {agent}.\n"),
    ("phrases/zh-Hant.yaml", "hello.chat: 寫成「盡快」的，{agent}。\n"),
    ("procedures/ours.yaml", "steps:\n  - never:\n      en: [Kindly wait.]\n"),
    (
      "lexicons/tone.yaml",
      "tone:\n  - kind: x\n    words: {en: [kindly]}\n    catches: {en: [Kindly.]}\n"
    ),
    ("phrases/en.yaml", "hello.chat: 尽快 is not English, {agent}.\n"),
  ])
  func `what is quoted, warned of or in another language is left alone`(
    path: String, text: String
  ) {
    #expect(warnings(path, text) == [])
  }

  @Test func `one's own entries count, and stand in for those of the same id`() {
    let ours = """
      betrayals:
        - id: kindly
          languages: [en]
          pattern: 'cheers'
          why: Too chummy.
          instead: Thank you.
          catches: [Cheers.]
          leaves: [Thanks.]

      """
    var small = small("wording/betrayals.yaml", ours)
    small.overlay["phrases/en.yaml"] = "hello.chat: Kindly, cheers, {agent}.\n"
    #expect(
      PlaybookCheck.warnings(small.playbook).map(\.description) == [
        "/ours/phrases/en.yaml, line 1: “cheers” is nothing a native would say. Too chummy."
          + " Say it so: Thank you."
      ])
  }

  @Test(arguments: [
    (
      "pattern: '\\bkindly\\b'", "pattern: '(kindly'",
      "line 4: betrayal “kindly” has “(kindly” in “pattern”, which is no regular expression or"
        + " fits an empty text; mend it."
    ),
    (
      "pattern: '\\bkindly\\b'", "pattern: 'x*'",
      "line 4: betrayal “kindly” has “x*” in “pattern”, which is no regular expression or fits an"
        + " empty text; mend it."
    ),
    (
      "catches: [Kindly send it.]", "catches: [Send it.]",
      "line 8: betrayal “kindly” does not catch “Send it.”; widen “pattern”."
    ),
    (
      "unless: 'asks kindly'", "unless: 'asked kindly'",
      "line 9: betrayal “kindly” catches “She asks kindly.”; narrow “pattern” or name it in"
        + " “unless”."
    ),
    (
      "languages: [en]", "languages: [fr]",
      "line 3: betrayal “kindly” names the language “fr”, which does not exist; known are en,"
        + " zh-Hans, zh-Hant."
    ),
    (
      "- id: soon", "- id: kindly",
      "line 10: the list of betrayals has two called “kindly”; rename one."
    ),
    ("    why: Nobody says it.\n", "", "line 2: betrayal “kindly” has no “why”; add it."),
  ])
  func `an entry that cannot be used is named`(old: String, new: String, complaint: String) {
    var small = SmallPlaybook()
    let known = Set(PlaybookCheck.run(small.playbook))
    small.base["wording/betrayals.yaml"] = Self.list.replacing(old, with: new)
    let news = PlaybookCheck.run(small.playbook).filter { !known.contains($0) }
    #expect(news.map(\.description) == ["wording/betrayals.yaml, " + complaint])
  }
}
