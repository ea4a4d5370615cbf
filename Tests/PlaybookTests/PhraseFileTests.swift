import Playbook
import Testing
import Vocabulary

/// The catalogue and the words of phrases.
struct PhraseFileTests {
  @Test func `catalogue and words become phrases`() {
    let playbook = SmallPlaybook().playbook
    let phrase = Phrase(
      id: "hello.chat", kind: .greeting, stages: ["vent"], channels: [.chat], acts: [.greeting],
      variables: ["agent"], text: "Hello, {agent} here.")
    #expect(playbook.phrases(in: .en) == [phrase])
    #expect(playbook.phrases(in: .zhHant).map(\.text) == ["您好，我是{agent}。"])
    #expect(playbook.problems == [])
  }

  @Test(arguments: [
    (
      "phrases/catalogue.yaml", "kind: greeting", "kind: greting",
      "line 3: phrase “hello.chat” names the kind “greting”, which does not exist;"
        + " did you mean “greeting”?"
    ),
    (
      "phrases/catalogue.yaml", "steps: [vent]", "step: [vent]",
      "line 4: phrase “hello.chat” has the key “step”, which is not known here;"
        + " did you mean “steps”?"
    ),
    (
      "phrases/catalogue.yaml", "channels: [chat]", "channels: [chats]",
      "line 5: phrase “hello.chat” names the channel “chats”, which does not exist;"
        + " did you mean “chat”?"
    ),
    (
      "phrases/catalogue.yaml", "acts: [greeting]", "needs: finding",
      "line 6: phrase “hello.chat” names the need “finding”, which does not exist; known are"
        + " finding_ours, remedy_filed, signed_off, bad_faith, broken_promise, promise_kept."
    ),
    (
      "phrases/catalogue.yaml", "acts: [greeting]", "customers: [shouter]",
      "line 6: phrase “hello.chat” names the behaviour “shouter”, which does not exist; known are"
        + " arguer, undecided, talker, critic, reserved, offensive, unusual_request,"
        + " quick_tempered, not_fit_now."
    ),
    (
      "phrases/catalogue.yaml", "acts: [greeting]", "dangers: [flood]",
      "line 6: phrase “hello.chat” names the danger “flood”, which does not exist; known are"
        + " fire, injury, self_harm, fraud, violence."
    ),
    (
      "phrases/catalogue.yaml", "acts: [greeting]", "dangers: [fire]",
      "line 6: phrase “hello.chat” is of the kind “greeting”; only the kind “danger” is for"
        + " certain dangers."
    ),
    (
      "phrases/catalogue.yaml", "variables: [agent]", "variables: [agent-name]",
      "line 7: phrase “hello.chat” declares the variable “agent-name”; a name has letters, digits"
        + " and _ only."
    ),
    (
      "phrases/en.yaml", "{agent}", "{agnt}",
      "line 1: phrase “hello.chat” uses {agnt}, which the catalogue does not declare;"
        + " did you mean “agent”?"
    ),
    (
      "phrases/en.yaml", "Hello, {agent} here.", "Hello.",
      "line 1: phrase “hello.chat” does not use {agent}, which the catalogue declares."
    ),
    (
      "phrases/en.yaml", "hello.chat", "hello.chats",
      "line 1: phrase “hello.chats” is not in the catalogue; did you mean “hello.chat”?"
    ),
  ])
  func `a slip in a file is named with its line`(
    path: String, old: String, new: String, problem: String
  ) {
    let playbook = SmallPlaybook.changing(path, old, to: new).playbook
    #expect(playbook.phrases(in: .en) == [])
    #expect(playbook.problems.map(\.description).contains("\(path), \(problem)"))
  }

  @Test func `a language without words for a phrase is named`() {
    let playbook = SmallPlaybook.changing("phrases/zh-Hans.yaml", "hello.chat", to: "x.y").playbook
    #expect(playbook.phrases(in: .zhHans) == [])
    #expect(
      playbook.problems.map(\.description) == [
        "phrases/catalogue.yaml, line 2: phrase “hello.chat” has no words in zh-Hans; add them.",
        "phrases/zh-Hans.yaml, line 1: phrase “x.y” is not in the catalogue.",
      ])
  }

  @Test func `two phrases of one name are named`() {
    var small = SmallPlaybook()
    small.base["phrases/catalogue.yaml"]? += "  - {id: hello.chat, kind: thanks}\n"
    let playbook = small.playbook
    #expect(playbook.phrases(in: .en).map(\.kind) == [.greeting])
    #expect(
      playbook.problems.map(\.description) == [
        "phrases/catalogue.yaml, line 8: the catalogue has two phrases called “hello.chat”;"
          + " rename one."
      ])
  }

  @Test(arguments: [
    ("{a} and {b}", ["a": "1"], "1 and {b}"), ("{a}{a}", ["a": "x"], "xx"),
    ("{{a}}", ["a": "{b}", "b": "no"], "{{b}}"), ("{}", [:], "{}"), ("{", [:], "{"),
    ("a{b", ["b": "x"], "a{b"), ("{a b} {c}", ["c": "1"], "{a b} 1"),
    ("退{amount}。", ["amount": "89元"], "退89元。"), ("", ["a": "1"], ""),
  ])
  func `values are put in once and unknown names stay`(
    text: String, values: [String: String], filled: String
  ) {
    #expect(Placeholders.fill(text, values) == filled)
  }
}
