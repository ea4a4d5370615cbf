import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The list of phrases, with the selected one shown whole.
extension Model {
  /// Phrases that a digit puts in.
  private static let numbered = 9

  /// Whether one of the phrases is being chosen, in the sidebar or while writing.
  var isChoosingPhrase: Bool {
    guard let open, overlay == nil, !open.sidebar.phrases.isEmpty || open.sidebar.isFiltering
    else { return false }
    return focus == .sidebar || focus == .composer && open.sidebar.isPreviewing
  }

  /// Rows the phrases would like to have.
  func phraseRoom(_ open: OpenCase) -> Int {
    min(1 + open.sidebar.phrases.count * 2, 1 + Model.numbered * 2)
  }

  /// Rows that are left to the guide while the selected phrase is shown whole.
  func guideRowsBesidePreview(_ open: OpenCase, _ inner: Rect) -> Int {
    let wanted = previewLines(open, width: inner.width, limit: inner.height).count
    return max(0, min(inner.height / 3, inner.height - 2 - wanted))
  }

  func drawPhrases(_ frame: inout Frame, _ open: OpenCase, in rect: Rect) {
    guard rect.height >= 2 else { return }
    drawPhraseTitle(&frame, open, in: rect.row(0))
    let list = rect.inset(top: 1)
    let sidebar = open.sidebar
    guard !sidebar.phrases.isEmpty else {
      frame.write(
        text(phrases[open.current.language] == nil ? "sidebar.loading" : "sidebar.no_phrases"),
        in: list, row: 0, style: Style(.muted), limit: 3)
      return
    }
    let preview =
      isChoosingPhrase ? previewLines(open, width: list.width, limit: list.height) : nil
    var row = 0
    var index = firstPhrase(open, list, preview: preview)
    while row < list.height, index < sidebar.phrases.count {
      if index == Model.numbered {
        // A line about more is of no use where there is no room for more.
        guard row + 1 < list.height else { break }
        frame.put(
          text("sidebar.further"), in: list.row(row), style: Style(.muted), overflow: .ellipsis)
        row += 1
      }
      let isSelected = preview != nil && index == sidebar.selected
      let lines = isSelected ? preview ?? [] : listLines(index, open, list)
      for line in lines where row < list.height {
        frame.draw(line, in: list, row: row)
        frame.mark(list.row(row), .phrase, index)
        if isSelected { frame.lay(.selection, on: list.row(row)) }
        row += 1
      }
      index += 1
    }
  }

  private func drawPhraseTitle(_ frame: inout Frame, _ open: OpenCase, in rect: Rect) {
    guard let filter = open.sidebar.filter else {
      frame.horizontalLine(at: rect.origin, columns: rect.width)
      frame.put(
        " " + text("sidebar.phrases") + " ", at: rect.position(column: 1, row: 0),
        style: Style(.muted), limit: rect.width - 1)
      return
    }
    frame.fill(rect, style: Style(on: .field))
    let used = frame.put("/", in: rect, style: Style(.key, on: .field).bold)
    let before = filter.text[..<filter.caret]
    frame.put(
      filter.text, in: rect, column: used, style: Style(on: .field), overflow: .ellipsis)
    if open.sidebar.isFiltering, overlay == nil {
      frame.cursor = rect.position(
        column: min(used + sitting.measure.columns(of: before), rect.width - 1), row: 0)
    }
  }

  /// The first phrase that is shown, so that the selected one is in view, whole.
  private func firstPhrase(_ open: OpenCase, _ list: Rect, preview: [StyledLine]?) -> Int {
    guard let preview else { return 0 }
    var first = open.sidebar.selected
    // The line about the further ones stands above the tenth.
    var room = list.height - preview.count - (first == Model.numbered ? 1 : 0)
    while first > 0 {
      let divider = first - 1 == Model.numbered ? 1 : 0
      let needed = listLines(first - 1, open, list).count + divider
      guard needed <= room else { break }
      room -= needed
      first -= 1
    }
    return first
  }

  // MARK: - One phrase

  /// What stands before the words of somebody's own phrase.
  private func badge(_ phrase: Phrase) -> String {
    phrase.code.map { "\(marks.whose(phrase.origin));\($0) " } ?? ""
  }

  /// The words of a phrase as they are shown, behind its short code.
  private func shownWords(_ index: Int, _ open: OpenCase) -> String {
    let words = open.sidebar.words
    return badge(open.sidebar.phrases[index]) + (words.indices.contains(index) ? words[index] : "")
  }

  /// A phrase in a line or two.
  private func listLines(_ index: Int, _ open: OpenCase, _ list: Rect) -> [StyledLine] {
    let phrase = open.sidebar.phrases[index]
    let shelf = open.sidebar.shelf
    let isQuiet = shelf?.lock(on: phrase) != nil || shelf?.wasSaid(phrase) == true
    // A few that can be told apart are worth more than many that cannot.
    let limit = list.height > 14 || list.width < Model.narrow && list.height > 5 ? 2 : 1
    return phraseLines(
      index, open, width: list.width, limit: limit, Style(isQuiet ? .muted : .plain),
      skipping: sharedStart(index, open, room: (list.width - 2) * limit))
  }

  /// Letters at the beginning that another phrase on the list has as well, where they would fill the
  /// room and leave nothing to tell the two apart by; 0 otherwise.
  private func sharedStart(_ index: Int, _ open: OpenCase, room: Int) -> Int {
    let words = open.sidebar.words
    // What is somebody's own begins with its short code.
    guard words.indices.contains(index), open.sidebar.phrases[index].code == nil else { return 0 }
    let salutation = Model.salutation(words[index])
    if salutation > 0, room < Model.fewestColumns { return salutation }
    var most = open.sidebar.shared[index]
    guard most > 0 else { return 0 }
    let mine = Array(words[index].prefix(most + 1))
    // Back to where a word or a clause begins.
    while most > 0, most < mine.count, !Model.beginsWord(mine, most) { most -= 1 }
    guard most > 0, most < mine.count else { return 0 }
    return sitting.measure.columns(of: String(mine[..<most])) * 2 > room ? most : 0
  }

  /// Columns below which a single line holds too little of a phrase.
  private static let narrow = 40

  /// Columns from which a letter's salutation may stand on the list as well.
  private static let fewestColumns = 60

  /// Letters of the salutation a mail begins with; 0 where it has none on a line of its own.
  private static func salutation(_ words: String) -> Int {
    guard let line = words.prefix(40).firstIndex(where: \.isNewline) else { return 0 }
    let body = words[line...].firstIndex { !$0.isWhitespace } ?? words.startIndex
    return words.distance(from: words.startIndex, to: body)
  }

  private static func beginsWord(_ letters: [Character], _ place: Int) -> Bool {
    let (before, letter) = (letters[place - 1], letters[place])
    return !letter.isWhitespace && (before.isWhitespace || "，。：；、,.:;".contains(before))
  }

  /// The selected phrase: all of its words, whose it is, what it does and what it would ask for.
  private func previewLines(_ open: OpenCase, width: Int, limit: Int) -> [StyledLine] {
    let sidebar = open.sidebar
    guard sidebar.phrases.indices.contains(sidebar.selected) else { return [] }
    let details = phraseDetails(sidebar.phrases[sidebar.selected], open)
      .flatMap { hanging($0.words, mark: "  ", width: width, style: Style($0.tint)) }
    return phraseLines(
      sidebar.selected, open, width: width, limit: max(1, limit - details.count), .plain) + details
  }

  /// Whose a phrase is, what saying it does, and what it would ask for.
  func phraseDetails(_ phrase: Phrase, _ open: OpenCase) -> [(words: String, tint: Tint)] {
    let shelf = open.sidebar.shelf
    var lines: [(words: String, tint: Tint)] = []
    switch phrase.origin {
    case .mine: lines.append((text("sidebar.mine"), .accent))
    case .team: lines.append((text("sidebar.team"), .accent))
    case .playbook: break
    }
    if !phrase.acts.isEmpty {
      lines.append((text("sidebar.does", ["acts": names(of: phrase.acts)]), .good))
    }
    let known = shelf?.moment.known ?? []
    let missing = phrase.variables.filter { !known.contains($0) }
      .map { wording.name(ofVariable: $0) }.joined(separator: " \(marks.bullet) ")
    if !missing.isEmpty { lines.append((text("sidebar.asks", ["what": missing]), .warning)) }
    if shelf?.wasSaid(phrase) == true { lines.append((text("sidebar.said"), .muted)) }
    return lines
  }

  /// A phrase in at most so many lines, with its digit or sign on the first one.
  private func phraseLines(
    _ index: Int, _ open: OpenCase, width: Int, limit: Int, _ style: Style,
    skipping: Int = 0
  ) -> [StyledLine] {
    let room = max(4, width - 2)
    let badge = badge(open.sidebar.phrases[index]).trimmingBlanks
    let whole = shownWords(index, open)
    let wrap = TextWrap(
      skipping > 0 ? marks.more + whole.dropFirst(skipping) : whole, columns: room,
      measure: sitting.measure, limit: limit + 1)
    return (0..<min(limit, wrap.lines.count)).map { line in
      let isCut = line == limit - 1 && wrap.lines.count > limit
      let shown = String(wrap.shown(line))
      let words = isCut ? unfinished(shown, room) : shown
      guard line == 0 else {
        return StyledLine([StyledPiece("  "), StyledPiece(words, style)])
      }
      let number = index < Model.numbered ? "\(index + 1) " : "\(marks.bullet) "
      let lead = StyledPiece(number, Style(.key).bold)
      guard !badge.isEmpty, words.hasPrefix(badge) else {
        return StyledLine([lead, StyledPiece(words, style)])
      }
      return StyledLine([
        lead, StyledPiece(badge, Style(.accent)),
        StyledPiece(String(words.dropFirst(badge.count)), style),
      ])
    }
  }

  /// A line of words that go on, cut between words where there are any.
  private func unfinished(_ line: String, _ room: Int) -> String {
    var words = line.trimmingBlanks
    let measure = sitting.measure
    let most = room - measure.columns(of: marks.more)
    while measure.columns(of: words) > most, let blank = words.lastIndex(of: " "),
      measure.columns(of: String(words[..<blank])) * 2 > room
    {
      words = String(words[..<blank]).trimmingBlanks
    }
    guard measure.columns(of: words) > most else { return words + marks.more }
    return measure.truncated(words + "  ", to: room, ellipsis: marks.more)
  }
}
