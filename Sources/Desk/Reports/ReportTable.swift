package import Vocabulary
package import Workflow

/// Rows of figures, without a word of any language in them.
package struct ReportTable: Equatable, Sendable {
  /// Stable, for scripts: `groups`, `heat`, `promises` …
  package var id: String
  package var columns: [ReportColumn]
  package var rows: [[ReportCell]]
  /// Why some of it is not shown; nil where nothing is left out.
  package var withheld: Withheld?

  package init(
    _ id: String, _ columns: [ReportColumn], rows: [[ReportCell]] = [],
    withheld: Withheld? = nil
  ) {
    self.id = id
    self.columns = columns
    self.rows = rows
    self.withheld = withheld
  }

  /// Why figures are not shown (domain F).
  package enum Withheld: String, Sendable {
    /// Fewer than five people are behind all of the table.
    case table = "few_people"
    /// Fewer than five people are behind some rows, so their figures on how people work are not
    /// shown.
    case cells = "few_people_in_rows"
    /// Groups of fewer than five people are put together.
    case folded = "few_people_in_groups"
  }
}

/// A column of a report.
package struct ReportColumn: Equatable, Sendable {
  /// Stable, for scripts, in snake_case.
  package var id: String
  package var kind: Kind

  package init(_ id: String, _ kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// What stands in a column.
  package enum Kind: String, Sendable {
    /// What a row is about.
    case key
    case count
    /// A part of a number of cases or of what is counted.
    case share
    case money
    case seconds
    /// A mean of scores from 1 to 5.
    case score
  }
}

/// One figure, or what a row is about.
package enum ReportCell: Equatable, Sendable {
  case term(ReportTerm)
  case count(Int)
  case share(Int, of: Int)
  case money(Money)
  case seconds(Int64)
  /// The sum of so many scores.
  case score(sum: Int, of: Int)
  /// Fewer than five people are behind it.
  case withheld
  /// There is nothing to say.
  case none
}

/// What a row or a column is about: a word of the house that every language has a name for, or a
/// name the organisation gave.
package enum ReportTerm: Hashable, Sendable {
  case cause(CaseCause?)
  case fault(Fault?)
  case content(CaseContent?)
  case procedure(ProcedureID)
  case step(StepID, of: ProcedureID)
  case team(String?)
  case department(String?)
  case remedy(RemedyID?)
  case currency(String?)
  /// 0 to 23.
  case hour(Int)
  case channel(Channel)
  case language(LanguageTag)
  case heat(HeatLevel)
  case clock(ClockName)
  case gate(GateID, of: ProcedureID)
  case strength(GateStrength)
  case reason(String)
  /// One of the five questions of the survey; nil for the whole of it.
  case survey(SurveyItem?)
  case outcome(FollowUpOutcome)
  /// What is counted in the row, such as `kept`.
  case measure(String)
  /// Words as somebody wrote them.
  case words(String)
  /// What is too small, or too much, to stand by itself.
  case others

  /// The stable word for scripts; nil where there is none.
  package var code: String? {
    switch self {
    case .cause(let cause): cause?.rawValue
    case .fault(let fault): fault?.rawValue
    case .content(let content): content?.rawValue
    case .procedure(let id): id.rawValue
    case .step(let id, _): id.rawValue
    case .team(let name), .department(let name), .currency(let name): name
    case .remedy(let id): id?.rawValue
    case .hour(let hour): hour < 10 ? "0\(hour)" : "\(hour)"
    case .channel(let channel): channel.rawValue
    case .language(let tag): tag.rawValue
    case .heat(let level): level.rawValue
    case .clock(let name): name.rawValue
    case .survey(let item): item?.rawValue ?? "whole"
    case .outcome(let outcome): outcome.rawValue
    case .gate(let id, _): id.rawValue
    case .strength(let strength): strength.rawValue
    case .reason(let words), .measure(let words), .words(let words): words
    case .others: "others"
    }
  }
}

/// What came of a query: figures anybody who asked may see.
package struct Report: Equatable, Sendable {
  package var query: ReportQuery
  /// When it was made.
  package var at: Instant
  /// Cases it is about.
  package var cases: Int
  package var tables: [ReportTable]

  package init(query: ReportQuery, at: Instant, cases: Int, tables: [ReportTable]) {
    self.query = query
    self.at = at
    self.cases = cases
    self.tables = tables
  }
}
