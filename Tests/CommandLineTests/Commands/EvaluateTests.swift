import Foundation
import Testing

/// Readings held against what people judged.
@Suite struct EvaluateTests {
  private static let tweets = """
    text\tlang\tlabel
    You liars, this is ridiculous.\ten\tnegative
    Thanks, it works now!!!\ten\tpositive
    Nobody answers, third time I call.\ten\tnegative
    Where is my order?\ten\tneutral

    """

  @Test func `columns are read, with the baselines beside heat`() async throws {
    let station = try Station()
    let file = try station.file("tweets.tsv", Self.tweets)
    let printed = try await station.calmdeskAlone("language", "evaluate", file)
    #expect(printed.code == 0)
    #expect(printed.complaint.isEmpty)
    for words in ["4 texts", "heat ", "signals alone", "counting !", "length", "precision"] {
      #expect(printed.text.contains(words), "\(words)")
    }
    let json = try await station.calmdeskAlone("language", "evaluate", file, "--json")
    let document = try json.document()
    #expect(
      document.keys.isSuperset(of: ["count", "measure", "results", "levels", "table"]))
    #expect(document["measure"]?.text == "auc")
    let again = try await station.calmdeskAlone("language", "evaluate", file, "--json")
    #expect(again.text == json.text)
  }

  @Test func `a dialogue is read at the customer's last turn`() async throws {
    let station = try Station()
    let lines = [("骗子，太过分了", -1.5), ("还没收到", -0.2), ("谢谢", 1.2)].map { text, satisfaction in
      """
      {"S_mean":\(satisfaction),"turns":[{"from":"customer","text":"你好"},\
      {"from":"helpdesk","text":"您好"},{"from":"customer","text":"\(text)"}]}
      """
    }
    let json = try await station.calmdeskAlone(
      "language", "evaluate", "-", "--json", input: lines.joined(separator: "\n"))
    #expect(json.code == 0)
    #expect(try json.document()["measure"]?.text == "rank_correlation")
    #expect(json.text.contains("\"figure\":-1"))
  }

  @Test func `agents' words are counted by kind`() async throws {
    let station = try Station()
    let printed = try await station.calmdeskAlone(
      "language", "evaluate", "-",
      input: """
        {"text":"Please calm down.","lang":"en","findings":["dismiss"]}
        {"text":"I have your order here.","lang":"en","findings":[]}
        """)
    #expect(printed.code == 0)
    #expect(printed.text.contains("2 sentences of agents"))
    #expect(printed.text.contains("dismiss"))
  }

  @Test(arguments: [
    ("", "There is nothing in standard input; give it labelled texts, one a line."),
    (
      "lang\tlabel\nen\t1\n",
      "standard input has no column “text” in its first line; name the columns there, such as "
        + "text, lang and label, with tabs between them."
    ),
    (
      "text\tlang\nHello\ten\n",
      "standard input has no column that says what people judged; add “label”, “score”, "
        + "“findings” or “acts”."
    ),
    ("text\tlabel\n", "No line of standard input can be used."),
    (
      "{\"text\":\"a\",\"label\":1}\n{\"text\":\"b\",\"score\":2.5}\n",
      "standard input mixes judgements (hot or not, scores); put each kind into a file of its own."
    ),
  ])
  func `a file that is no use is told in a sentence`(_ input: String, _ sentence: String)
    async throws
  {
    let outcome = try await Station().calmdeskAlone("language", "evaluate", "-", input: input)
    #expect(outcome.code == 65)
    #expect(outcome.text.isEmpty)
    #expect(outcome.complaint == "calmdesk: \(sentence)\n")
  }

  @Test func `bad lines are named, the others count`() async throws {
    let outcome = try await Station().calmdeskAlone(
      "language", "evaluate", "-", "--samples", "10",
      input: """
        {"text":"骗子","label":1}
        {"label":1}
        {"text":"谢谢","label":0}
        {"text":"好","label":"purple"}
        {"text":7,"label":1}
        {"text":"好","score":"much"}
        {"text":"好"}
        nonsense
        """)
    #expect(outcome.code == 65)
    #expect(outcome.text.contains("2 texts"))
    #expect(
      outcome.complaints.map { $0.replacing("calmdesk: standard input, ", with: "") } == [
        "line 2: It has no “text”; add it, or “turns” for a dialogue.",
        "line 4: The label “purple” is not known; use calm, uneasy, angry or explosive, 0 or 1, "
          + "or say with --hot which labels are hot.",
        "line 5: “text” is no text; put it in quotation marks.",
        "line 6: “score” is no number.",
        "line 7: Nobody's judgement is in it; add “label”, “score”, “S_mean”, “findings” or “acts”.",
        "line 8: It is not valid JSON; each line must be one JSON object.",
      ])
  }

  @Test func `a file that is not there is no input`() async throws {
    let outcome = try await Station().calmdeskAlone("language", "evaluate", "/nowhere.tsv")
    #expect(outcome.code == 66)
    #expect(outcome.complaint.contains("There is no file “/nowhere.tsv”"))
  }

  @Test func `one's own labels can be called hot`() async throws {
    let outcome = try await Station().calmdeskAlone(
      "language", "evaluate", "-", "--hot", "rage", "--json", "--samples", "0",
      input: "text\tlabel\n骗子\trage\n谢谢\tjoy\n")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("\"figure\":1"))
  }
}
