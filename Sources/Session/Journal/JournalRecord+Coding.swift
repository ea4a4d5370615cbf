import Console
import Foundation
import Vocabulary
import Workflow

/// How a record is written: one JSON object a line, with stable keys.
extension JournalRecord {
  private struct Line: Codable {
    var what: String
    var id: String?
    var ref: String?
    var at: Int64?
    var text: String?
    var why: String?
    var mode: String?
    var phrases: [String]?
    var promises: [Promise]?
    var isPublic: Bool?
    var spoken: Bool?
    var epoch: Int?
    var digit: Int?
    var reason: String?
  }

  private struct Promise: Codable {
    var what: String
    var due: Int64
  }

  /// The record on one line, without its end.
  var line: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(written)
    }
  }

  private var written: Line {
    switch self {
    case .queued(let entry): Self.written(entry)
    case .trying(let id): Line(what: "trying", id: id.rawValue)
    case .waits(let id): Line(what: "waits", id: id.rawValue)
    case .sent(let id): Line(what: "sent", id: id.rawValue)
    case .notSent(let id, let why): Line(what: "not_sent", id: id.rawValue, why: why)
    case .forgotten(let id): Line(what: "forgotten", id: id.rawValue)
    case .draft(let ref, let text): Line(what: "draft", ref: ref.rawValue, text: text)
    case .stored(let ref, let text): Line(what: "stored", ref: ref.rawValue, text: text)
    }
  }

  private static func written(_ entry: Outgoing) -> Line {
    var line = Line(
      what: "queued", id: entry.id.rawValue, ref: entry.ref.rawValue, at: entry.at.milliseconds,
      text: entry.text, mode: entry.mode.rawValue, epoch: entry.envelope.epoch)
    switch entry.envelope.command {
    case .send(let draft), .say(let draft):
      line.phrases = draft.phrases.map(\.rawValue)
      line.promises = draft.promises.map { Promise(what: $0.what, due: $0.due.milliseconds) }
      line.isPublic = draft.isPublic
    case .receive(_, let spoken, let isPublic):
      line.spoken = spoken
      line.isPublic = isPublic
    default: break
    }
    switch entry.envelope.override {
    case .digit(let digit): line.digit = digit
    case .words(let words): line.reason = words
    case nil: break
    }
    return line
  }

  /// Reads a line; nil for what is no record, or one of a newer program.
  ///
  /// - Parameter data: one line without its end.
  init?(line data: some DataProtocol) {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(data)) else { return nil }
    let id = line.id.map { CommandID($0) }
    let ref = line.ref.map { CaseRef($0) }
    switch (line.what, id, ref, line.text) {
    case ("queued", let id?, let ref?, let text?):
      guard let at = line.at, let command = Self.command(line, text) else { return nil }
      let override = line.digit.map { OverrideReason.digit($0) } ?? line.reason.map { .words($0) }
      self = .queued(
        Outgoing(
          ref: ref,
          envelope: CommandEnvelope(
            id: id, command: command, epoch: line.epoch, override: override),
          at: Instant(milliseconds: at)))
    case ("trying", let id?, _, _): self = .trying(id)
    case ("waits", let id?, _, _): self = .waits(id)
    case ("sent", let id?, _, _): self = .sent(id)
    case ("not_sent", let id?, _, _): self = .notSent(id, why: line.why)
    case ("forgotten", let id?, _, _): self = .forgotten(id)
    case ("draft", _, let ref?, let text?): self = .draft(ref, text)
    case ("stored", _, let ref?, let text?): self = .stored(ref, text)
    default: return nil
    }
  }

  private static func command(_ line: Line, _ text: String) -> CaseCommand? {
    let draft = Draft(
      text: text, phrases: (line.phrases ?? []).map { PhraseID($0) },
      promises: (line.promises ?? []).map {
        DraftPromise(what: $0.what, due: Instant(milliseconds: $0.due))
      }, isPublic: line.isPublic)
    return switch line.mode.flatMap(ComposerMode.init(rawValue:)) {
    case .reply: .send(draft)
    case .said: .say(draft)
    case .note: .note(text: text)
    case .heard: .receive(text: text, spoken: line.spoken ?? false, isPublic: line.isPublic)
    case .whisper, nil: nil
    }
  }
}
