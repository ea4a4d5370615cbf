import Foundation
import Testing

/// Which keys do what, by the command line.
@Suite struct KeysTests {
  @Test func `all actions are listed with their keys and names`() async throws {
    let station = try Station()
    let listed = try await station.calmdeskAlone("keys", "--lang", "zh-Hans")
    #expect(listed.code == 0)
    #expect(listed.text.contains("advance"))
    #expect(listed.text.contains("a f5 alt-a"))
    #expect(listed.text.contains("下一步"))
    let document = try await station.calmdeskAlone("keys", "--json", "--lang", "en").document()
    let actions = try #require(document["actions"]?.items)
    let close = try #require(actions.first { $0["action"]?.text == "close" })
    #expect(close.keys == ["action", "group", "keys", "name"])
    #expect(close["keys"]?.items.compactMap(\.text) == ["c", "f10", "alt-c"])
    #expect(close["name"]?.text == "close")
  }

  @Test func `one's own file counts, and what is wrong in it is told`() async throws {
    let station = try Station()
    try station.file(
      "config/calmdesk/console.yaml", "keys:\n  close: [X]\n  advanse: [J]\n  survey: []\n")
    let listed = try await station.calmdeskAlone("keys", "--json")
    let actions = try #require(try listed.document()["actions"]?.items)
    func keys(_ action: String) -> [String]? {
      actions.first { $0["action"]?.text == action }?["keys"]?.items.compactMap(\.text)
    }
    #expect(keys("close") == ["X"])
    #expect(keys("survey") == [])
    #expect(keys("advance") == ["a", "f5", "alt-a"])
    #expect(listed.complaints.count == 1)
    #expect(
      listed.complaint.hasSuffix(
        "console.yaml, line 3: “advanse” is no action; did you mean “advance”? “calmdesk keys” "
          + "lists them all.\n"))
  }

  @Test func `a file is checked by line`() async throws {
    let station = try Station()
    let good = try station.file("good.yaml", "theme: dark\nkeys:\n  reply: [n]\n  note: r\n")
    let sound = try await station.calmdeskAlone("keys", "--check", good)
    #expect(sound.code == 0)
    #expect(sound.text == "The file is sound: 2 actions have other keys.\n")
    let bad = try station.file(
      "bad.yaml", "keys:\n  reply: [\"1\", tab]\n  note: [Q]\n  close: [Q, hyper-x]\n  view: []\n")
    let checked = try await station.calmdeskAlone("keys", "--check", bad)
    #expect(checked.code == 65)
    let expected = """
      bad.yaml, line 2: 1 in “reply” cannot be given away: it puts a phrase into the draft. \
      Take another key.
      bad.yaml, line 2: tab in “reply” cannot be given away: it goes to the next pane. \
      Take another key.
      bad.yaml, line 3: Q in “note” is given to “close” already; take it out of one of them.
      bad.yaml, line 4: “hyper-x” in “close” is no key's name; names are like a, A, f5, ctrl-r, \
      alt-r or space.
      bad.yaml, line 5: “view” has no key now; the palette (f12) still finds it by name.

      """
    #expect(checked.text.replacing(bad, with: "bad.yaml") == expected)
    let document = try await station.calmdeskAlone("keys", "--check", bad, "--json")
    #expect(document.code == 65)
    #expect(try document.document()["problems"]?.items.count == 4)
    #expect(try document.document()["remarks"]?.items.count == 1)
    let missing = try await station.calmdeskAlone("keys", "--check", "nowhere.yaml")
    #expect(missing.code == 66)
    #expect(missing.complaints.count == 1)
  }
}
