import Foundation
import Testing

/// The whole floor, by the command line.
@Suite struct BoardTests {
  private let station: Station

  init() async throws {
    station = try Station()
    let words = "Where is my order QW-48213? It is ridiculous."
    _ = try await station.calmdesk("intake", input: try Conversation(words, id: "1").line + "\n")
  }

  @Test(arguments: ["en", "zh-Hans", "zh-Hant"])
  func `it fits the terminal in every language, in plain signs when asked`(
    lang: String
  ) async throws {
    for columns in ["60", "80", "120", "200"] {
      let board = try await station.calmdesk(
        ["board", "--lang", lang, "--ascii"], environment: ["COLUMNS": columns])
      #expect(board.code == 0)
      #expect(board.dangers.isEmpty)
      for line in board.lines {
        #expect(line.columns <= Int(columns) ?? 0, "\(lang): \(line)")
        #expect(!line.contains("board."), "\(line)")
      }
      #expect(!board.text.contains { "█▁…·".contains($0) })
    }
    let spoken = try await station.calmdesk("board", "--lang", lang, "--linear")
    #expect(spoken.lines.count > 5)
    #expect(!spoken.text.contains("█"))
  }

  @Test func `as JSON it is one document with the figures`() async throws {
    let board = try await station.calmdesk("board", "--json").document()
    #expect(board["waiting"]?["cases"]?.number == 1)
    #expect(board["states"]?["open"]?.number == 1)
    #expect(board["breaches"]?.items.first?["ref"]?.text == "C-1001")
    #expect(board["course"]?.items.count == 96)
    #expect(board["people"]?.items.isEmpty == true)
  }

  @Test func `whoever may not see figures does not see it`() async throws {
    _ = try await station.calmdesk("people", "add", "mei", "--name", "Mei", "--role", "agent")
    #expect(try await station.calmdesk("board", "--as", "mei").code == 77)
    #expect(try await station.calmdesk("board", "--json", "--ascii").code == 64)
  }
}
