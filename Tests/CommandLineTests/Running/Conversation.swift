import Foundation

/// A line of intake, written as files write it.
struct Conversation: Encodable, Sendable {
  struct Turn: Encodable, Sendable {
    var from = "customer"
    var text: String
    var at: String?
  }
  struct Customer: Encodable, Sendable {
    var name: String?
    var phone: String?
    var email: String?
  }

  var id: String?
  var channel: String?
  var lang: String?
  var customer: Customer?
  var turns: [Turn]

  init(_ text: String, id: String? = nil) {
    self.id = id
    turns = [Turn(text: text)]
  }

  /// The conversation as one line of JSON.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
