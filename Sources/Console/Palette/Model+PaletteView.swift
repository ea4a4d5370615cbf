import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// Where the palette lies: over the panes, below the title line, as wide as its words need.
  var paletteRect: Rect {
    let room = coveringRect
    let width = min(84, room.width - 4)
    return Rect(
      x: (room.width - width) / 2, y: room.y, width: width, height: min(28, room.height))
  }

  func drawPalette(_ frame: inout Frame, _ palette: Palette) {
    let rect = paletteRect
    frame.fill(rect, style: Style(on: .panel))
    let inner = frame.box(
      rect, style: Style(.borderFocused, on: .panel), title: text("palette.title"),
      titleStyle: Style(.accent, on: .panel).bold
    ).inset(left: 1, right: 1)
    drawTyped(&frame, palette, in: inner.row(0))
    let list = inner.inset(top: 1)
    guard !palette.found.isEmpty else {
      frame.write(text("palette.nothing"), in: list, row: 0, style: Style(.muted, on: .panel))
      return
    }
    let top = max(0, palette.selected - list.height + 1)
    for (row, index) in palette.found.dropFirst(top).prefix(list.height).enumerated() {
      let isSelected = top + row == palette.selected
      frame.draw(
        paletteLine(palette.entries[index], isSelected: isSelected, width: list.width), in: list,
        row: row)
      frame.lay(isSelected ? .selection : .panel, on: list.row(row))
      frame.mark(list.row(row), .paletteEntry, top + row)
    }
    let place = " \(palette.selected + 1)/\(palette.found.count) "
    frame.put(
      place, at: rect.position(column: max(0, rect.width - place.count - 2), row: rect.height - 1),
      style: Style(.muted, on: .panel))
  }

  private func drawTyped(_ frame: inout Frame, _ palette: Palette, in rect: Rect) {
    frame.fill(rect, style: Style(on: .field))
    let used = frame.put("\(marks.right) ", in: rect, style: Style(.key, on: .field).bold)
    let room = max(1, rect.width - used - 1)
    let cut = tail(palette.editor, room: room)
    frame.put(
      cut.text, at: rect.position(column: used, row: 0), style: Style(on: .field), limit: room,
      overflow: .ellipsis)
    if palette.editor.text.isEmpty {
      frame.put(
        text("palette.prompt"), at: rect.position(column: used, row: 0),
        style: Style(.muted, on: .field), limit: room, overflow: .ellipsis)
    }
    let before = sitting.measure.columns(of: palette.editor.text[..<palette.editor.caret])
    frame.cursor = rect.position(
      column: min(used + before - cut.skipped, rect.width - 1), row: 0)
  }

  /// A name with its keys; where it cannot be done now, the reason stands behind the name.
  private func paletteLine(
    _ entry: PaletteEntry, isSelected: Bool, width: Int
  ) -> StyledLine {
    let mark = isSelected ? "\(marks.focused) " : "  "
    var pieces = [StyledPiece(mark, Style(.accent))]
    switch entry.deed {
    case .action(let action):
      let obstacle = obstacle(to: action)
      let style = obstacle == nil ? Style.plain : Style(.muted)
      pieces.append(StyledPiece(entry.name, isSelected ? style.bold : style))
      if let obstacle { pieces.append(StyledPiece("  \(obstacle)", Style(.muted))) }
    case .conversation(let ref):
      pieces.append(StyledPiece("\(marks.mine) ", Style(.accent)))
      pieces.append(StyledPiece(entry.name, isSelected ? Style.plain.bold : .plain))
      if let row = mine.first(where: { $0.ref == ref }) {
        if let word = heatWord(row) {
          pieces.append(StyledPiece("  " + word, heatStyle(row.heat)))
        }
        if let since = row.waitingSince {
          pieces.append(StyledPiece("  \(span(now.seconds(since: since)))", Style(.warning)))
        }
      }
    }
    // A narrow list names the main key and leaves the room to the reason.
    let keys = entry.keys.prefix(width < 64 ? 1 : 3).joined(separator: "  ")
    return StyledLine(pieces, trailing: keys.isEmpty ? nil : StyledPiece(keys, Style(.key).bold))
  }
}
