import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// Keys while the register is open.
extension Model {
  mutating func press(_ key: Key, in register: Register) -> [Effect] {
    guard open != nil else {
      overlays.removeLast()
      return []
    }
    if register.editor != nil { return type(key, in: register) }
    var register = register
    register.fault = nil
    let count = Register.rows.count
    switch key {
    case .escape, .function(4):
      overlays.removeLast()
      return []
    case .up, .backTab: select(&register, (register.selected + count - 1) % count)
    case .down, .tab: select(&register, (register.selected + 1) % count)
    case .home: select(&register, 0)
    case .end: select(&register, count - 1)
    case .pageUp: select(&register, max(0, register.selected - 8))
    case .pageDown: select(&register, min(count - 1, register.selected + 8))
    case .control("l"): return [.redraw]
    default:
      switch register.row {
      case .field(let field): return press(key, on: field, in: register)
      case .part(let part): return press(key, on: part, in: register)
      }
    }
    replace(register)
    return []
  }

  private func select(_ register: inout Register, _ index: Int) {
    register.selected = index
    register.proposal = 0
  }

  private mutating func replace(_ register: Register) {
    overlays[overlays.count - 1] = .register(register)
  }

  // MARK: - Fields

  /// What a field could be filled with: what the customer's words say, or, for the problem and the
  /// demand, the words themselves.
  func proposals(for field: FieldName) -> [String] {
    guard let open else { return [] }
    let found = open.proposals(for: field)
    if field == .customer, found.isEmpty, !open.current.customer.name.isEmpty {
      return [open.current.customer.name]
    }
    return found
  }

  private mutating func press(
    _ key: Key, on field: FieldName, in register: Register
  ) -> [Effect] {
    var register = register
    let value = open?.current.fields[field]?.value
    let proposals = value == nil ? proposals(for: field) : []
    switch key {
    case .enter:
      if proposals.indices.contains(register.proposal), !Model.goesIntoPhrases(field) {
        return file(.set(field, value: proposals[register.proposal], reason: nil), register)
      }
      let proposal =
        proposals.indices.contains(register.proposal) ? proposals[register.proposal] : ""
      register.editor = Editor(value ?? proposal)
      // Typing puts something else in the place of what stands there; arrows and Backspace edit it.
      register.isProposed =
        value == nil ? !proposal.isEmpty : !Model.isTold(field)
      register.isReason = false
    case .left, .right:
      guard !proposals.isEmpty else { return [] }
      let step = key == .left ? proposals.count - 1 : 1
      register.proposal = (register.proposal + step) % proposals.count
    case .function(2):
      register.editor = Editor(value ?? proposals.first ?? "")
      register.isProposed = value == nil && !proposals.isEmpty
      register.isReason = false
    case .character("u"):
      register.editor = Editor()
      register.isProposed = false
      register.isReason = true
    case .character, .paste:
      // Whoever just types means the field, and what was typed must not be lost.
      var editor = Editor()
      _ = editor.press(key, columns: nil, measure: sitting.measure)
      register.editor = editor
      register.isProposed = false
      register.isReason = false
    default: return []
    }
    replace(register)
    return []
  }

  /// Whether a field tells something at length, so that more is added to it; a short fact gives way
  /// to another.
  private static func isTold(_ field: FieldName) -> Bool {
    switch field {
    case .customer, .order, .product, .phone, .email, .happenedOn, .purchasedOn, .batch,
      .productionDate, .specification, .price, .lossAmount, .lossPerHour,
      .authorityReference, .department:
      false
    default: true
    }
  }

  /// Whether phrases say it to the customer as it stands, so that it wants a look first.
  static func goesIntoPhrases(_ field: FieldName) -> Bool { field == .problem || field == .demand }

  private mutating func type(_ key: Key, in register: Register) -> [Effect] {
    var register = register
    guard case .field(let field) = register.row, var editor = register.editor else { return [] }
    switch key {
    case .escape:
      register.editor = nil
      register.fault = nil
    case .enter, .tab, .down:
      let words = editor.text.trimmingBlanks
      guard !words.isEmpty else {
        leaveEmpty(&register, field)
        replace(register)
        return []
      }
      if !register.isReason, let fault = fault(of: words, in: field) {
        register.fault = text(fault)
        replace(register)
        return []
      }
      register.editor = nil
      return register.isReason
        ? file(.set(field, value: nil, reason: words), register)
        : file(.set(field, value: words, reason: nil), register)
    default:
      if register.isProposed {
        switch key {
        case .character, .paste: editor = Editor()
        default: break
        }
        register.isProposed = false
      }
      _ = editor.press(key, columns: nil, measure: sitting.measure)
      register.editor = editor
    }
    replace(register)
    return []
  }

  /// What cannot be a number to call or an address to write to; nil for what may be.
  private func fault(of words: String, in field: FieldName) -> String? {
    switch field {
    case .phone: words.count(where: \.isNumber) < 5 ? "fault.phone" : nil
    case .email: words.contains("@") ? nil : "fault.email"
    case .price, .lossAmount, .lossPerHour:
      Money(words, currency: open.map(currency) ?? "") == nil ? "fault.amount" : nil
    default: nil
    }
  }

  /// What was on file is taken out with a reason, as what is not known stays empty with one.
  private func leaveEmpty(_ register: inout Register, _ field: FieldName) {
    if register.isReason {
      register.fault = text("fault.reason")
    } else if open?.current.fields[field]?.value != nil {
      register.isReason = true
    } else {
      register.editor = nil
    }
  }

  // MARK: - Classification

  private mutating func press(
    _ key: Key, on part: ClassificationPart, in register: Register
  ) -> [Effect] {
    guard let classification = open?.current.classification else { return [] }
    let values = values(of: part)
    let here = part.value(in: classification).flatMap { values.firstIndex(of: $0) }
    var next: Int?
    switch key {
    case .right, .enter, .character(" "): next = here.map { min($0 + 1, values.count - 1) } ?? 0
    case .left: next = here.map { max($0 - 1, 0) } ?? values.count - 1
    case .character(let character):
      if let digit = character.digit, (1...values.count).contains(digit) {
        next = digit - 1
      }
    default: break
    }
    guard let next, next != here else { return [] }
    return file(.classify(part.saying(values[next])), register, movingOn: false)
  }

  // MARK: - Filing

  /// Files a row, and goes on to the next one.
  private mutating func file(
    _ command: CaseCommand, _ register: Register, movingOn: Bool = true
  ) -> [Effect] {
    var register = register
    if let obstacle = obstacle(to: .form) {
      register.fault = obstacle
      replace(register)
      return []
    }
    let row = register.row
    let effects = perform(command)
    register.onItsWay[lastCommand] = row
    if movingOn, register.selected + 1 < Register.rows.count {
      select(&register, register.selected + 1)
    }
    replace(register)
    return effects
  }

  /// What the register holds in a row, in words.
  func words(of row: RegisterRow, in open: OpenCase) -> (value: String?, reason: String?) {
    switch row {
    case .field(let field):
      let held = open.current.fields[field]
      return (held?.value, held?.reason)
    case .part(let part):
      let value = part.value(in: open.current.classification).map { word(for: $0, of: part) }
      guard part == .class, let value, open.current.classification.class == .upheld,
        let since = open.current.upheldAfterConcernAt
      else { return (value, nil) }
      return (text("register.reclassified", ["class": value, "date": dayWords(since)]), nil)
    }
  }

  /// The name of a row.
  func label(of row: RegisterRow) -> String {
    switch row {
    case .field(let field): name(field)
    case .part(.kind) where open?.current.classification.class == .upheld: text("class.ground")
    case .part(let part): text("class.\(part.rawValue)")
    }
  }

  /// The values a part of a classification can have, as they are stored.
  func values(of part: ClassificationPart) -> [String] {
    if part == .kind {
      return CaseKind.kinds(of: open?.current.classification.class).map(\.rawValue)
    }
    guard part == .preset else { return part.values }
    let presets = open?.rules.clocks.presets.map(\.id) ?? []
    return (presets + [.none]).map(\.rawValue)
  }

  /// A value of a classification in words.
  func word(for value: String, of part: ClassificationPart) -> String {
    switch part {
    case .severity: Int(value).map { wording.name(ofSeverity: $0) } ?? value
    case .class: CaseClass(rawValue: value).map { name($0) } ?? value
    case .kind: CaseKind(rawValue: value).map { name($0) } ?? value
    case .content: CaseContent(rawValue: value).map { name($0) } ?? value
    case .cause: CaseCause(rawValue: value).map { name($0) } ?? value
    case .fault: Fault(rawValue: value).map { name($0) } ?? value
    case .need: CustomerNeed(rawValue: value).map { name($0) } ?? value
    case .inService: text("register.\(value)")
    case .demand: DemandStanding(rawValue: value).map { name($0) } ?? value
    case .preset:
      value == ClockPresetID.none.rawValue
        ? text("register.no_preset")
        : open?.rules.clocks.preset(ClockPresetID(value))?.names[sitting.language] ?? value
    }
  }
}
