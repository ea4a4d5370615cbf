import Vocabulary

extension Report {
  /// The report for scripts: one JSON object.
  package var document: JSONValue {
    .object([
      "report": .string(query.kind.rawValue), "by": .optional(query.groups?.rawValue),
      "about": .optional(query.about), "from": .optional(query.from), "to": .optional(query.to),
      "at": .string(at.description), "cases": .int(Int64(cases)),
      "tables": .array(tables.map(\.document)),
    ])
  }

  /// The report for spreadsheets.
  ///
  /// One table is written as it is, a column a figure. Several are written in one long list of
  /// table, row, figure and value, since a file has one shape.
  ///
  /// - Returns: the lines, the heading first.
  package var spreadsheet: [String] {
    if let table = tables.first, tables.count == 1 {
      return [CommaSeparated.row(table.heading.map { .text($0) })]
        + table.rows.map { CommaSeparated.row(table.cells(of: $0)) }
    }
    var lines = [CommaSeparated.row(["table", "row", "figure", "value"].map { .text($0) })]
    for table in tables {
      let heading = table.heading
      let keys = table.columns.count { $0.kind == .key }
      for row in table.rows {
        let cells = table.cells(of: row)
        let name = row.prefix(keys).map { $0.code ?? "none" }.joined(separator: " / ")
        for (figure, cell) in zip(heading, cells).dropFirst(keys) {
          lines.append(
            CommaSeparated.row([.text(table.id), .text(name), .text(figure), cell]))
        }
      }
    }
    return lines
  }
}

extension ReportTable {
  /// The table for scripts.
  var document: JSONValue {
    .object([
      "table": .string(id), "withheld": .optional(withheld?.rawValue),
      "rows": .array(
        rows.map { row in
          .object(
            Dictionary(
              zip(columns, row).flatMap { column, cell in cell.members(of: column) }
            ) { first, _ in first })
        }),
    ])
  }

  /// The names of the columns in a spreadsheet: a share takes two, as an amount does.
  var heading: [String] { columns.flatMap(\.names) }

  /// A row of a spreadsheet.
  func cells(of row: [ReportCell]) -> [CommaSeparated.Cell] {
    zip(columns, row).flatMap { column, cell -> [CommaSeparated.Cell] in
      let members = Dictionary(cell.members(of: column)) { first, _ in first }
      return column.names.map { members[$0]?.cell ?? .empty }
    }
  }
}

extension ReportColumn {
  /// What the column is called in documents.
  var names: [String] {
    switch kind {
    case .key, .count, .seconds: [id]
    case .share, .score: [id, id + "_of"]
    case .money: [id, "currency"]
    }
  }
}

extension ReportCell {
  /// The stable word of a key.
  var code: String? { if case .term(let term) = self { term.code } else { nil } }

  /// What the cell says in documents.
  func members(of column: ReportColumn) -> [(String, JSONValue)] {
    switch self {
    case .term(let term):
      if case .step(_, let procedure) = term, column.id == "step" {
        return [(column.id, .optional(term.code)), ("procedure", .string(procedure.rawValue))]
      }
      return [(column.id, .optional(term.code))]
    case .count(let count): return [(column.id, .int(Int64(count)))]
    case .share(let part, let all), .score(let part, let all):
      return [(column.id, .int(Int64(part))), (column.id + "_of", .int(Int64(all)))]
    case .money(let money):
      return [(column.id, .string(money.decimal)), ("currency", .string(money.currency))]
    case .seconds(let seconds): return [(column.id, .int(seconds))]
    case .withheld, .none: return column.names.map { ($0, .null) }
    }
  }
}

extension JSONValue {
  fileprivate var cell: CommaSeparated.Cell {
    switch self {
    case .int(let number): .number(String(number))
    case .string(let text):
      text.first?.isNumber == true && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        ? .number(text) : .text(text)
    default: .empty
    }
  }
}

extension Money {
  /// The amount alone, with two decimals: `1299.00`.
  var decimal: String {
    let cents = minor.magnitude % 100
    return "\(minor < 0 ? "-" : "")\(minor.magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
