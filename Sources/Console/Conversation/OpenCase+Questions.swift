import Desk
import Vocabulary
import Workflow

/// What the customer asks.
extension OpenCase {
  /// What a message asks, in one line: the sentence that was read as asking; where no reading is at
  /// hand the last sentence with a question mark, or the last one at all.
  func question(in message: CaseMessage) -> String {
    let reading = conversation.readings.last { $0.message == message.number }
    let asked = reading?.customer?.asked.map { message.text.words(in: $0) } ?? ""
    let words = asked.isEmpty ? OpenCase.lastQuestion(in: message.text) : asked
    return String(words.map { $0.isNewline ? " " : $0 }).trimmingBlanks
  }

  /// The last sentence with words in it that ends in a question mark, else the last with words.
  static func lastQuestion(in text: String) -> String {
    var sentences: [String] = []
    var current = ""
    var isEnding = false
    for character in text.suffix(2_000) {
      let isMark = "?？!！。.…".contains(character) || character.isNewline
      if isEnding, !isMark {
        sentences.append(current.trimmingBlanks)
        current = ""
      }
      isEnding = isMark
      current.append(character.isNewline ? " " : character)
    }
    sentences.append(current.trimmingBlanks)
    let said = sentences.filter { $0.contains { $0.isLetter || $0.isNumber } }
    return said.last { $0.contains { $0 == "?" || $0 == "？" } } ?? said.last ?? ""
  }
}

extension OpenCase {
  /// The words of a message that threaten, where the reading names them; else all of it.
  func threatWords(in message: Workflow.Message) -> String {
    let reading = conversation.readings.last { $0.message == message.number }
    let signal = reading?.customer?.heat.signals.first { $0.kind == "threat" }
    let words = signal.map { message.text.words(in: $0.span) } ?? ""
    let shown = words.isEmpty ? message.text : words
    return String(shown.map { $0.isNewline ? " " : $0 }).trimmingBlanks
  }
}
