/// What an agent's words are read against: how the case stands at the moment of writing.
///
/// The same words may help in one moment and hurt in another. Made from a case by
/// `Case.circumstances(by:role:)`.
package struct Circumstances: Equatable, Sendable {
  /// The customer is upset and still telling what happened: reasons and more than one question come
  /// too early (S1-23, S3-2, S2-5).
  package var isHearing: Bool
  /// The customer is angry or worse.
  package var isTense: Bool
  /// People are in danger: order and wording stop mattering (domain E9).
  package var isDanger: Bool
  /// The customer accepted a way out, or there is nothing to solve any more.
  package var isSettled: Bool
  /// The whole world reads the next words (domain E7).
  package var isPublic: Bool
  /// The fault was found to be ours, or a broken promise of ours is on file (S3-12).
  package var mayAdmit: Bool
  /// A promise with a date is on record and still open.
  package var hasPromise: Bool
  /// Messages of ours in a row that said sorry and did nothing else (domain C.1).
  package var emptyApologies: Int
  /// Questions of ours since the customer last wrote or since the step began, the fewer of the two.
  package var questions: Int
  /// What we said to the customer before, oldest first; the last few.
  package var saidBefore: [String]
  /// The most this person may grant by themselves, in hundredths, by currency; nil where money is
  /// not limited (S4-17).
  package var limits: [String: Int64]?
  /// Sums that are on the table, granted or approved, and may be named whatever the limit.
  package var cleared: Set<Money>
  /// Sums of goodwill that are on the table, granted or approved; nil where nobody asked what is on
  /// record.
  package var goodwill: Set<Money>?
  /// The currency of a sum that names none.
  package var currency: String

  /// A moment at which nothing special holds, unless given.
  package init(
    isHearing: Bool = false, isTense: Bool = false, isDanger: Bool = false,
    isSettled: Bool = false, isPublic: Bool = false, mayAdmit: Bool = false,
    hasPromise: Bool = false, emptyApologies: Int = 0, questions: Int = 0,
    saidBefore: [String] = [], limits: [String: Int64]? = nil, cleared: Set<Money> = [],
    goodwill: Set<Money>? = nil, currency: String = ""
  ) {
    self.isHearing = isHearing
    self.isTense = isTense
    self.isDanger = isDanger
    self.isSettled = isSettled
    self.isPublic = isPublic
    self.mayAdmit = mayAdmit
    self.hasPromise = hasPromise
    self.emptyApologies = emptyApologies
    self.questions = questions
    self.saidBefore = saidBefore
    self.limits = limits
    self.cleared = cleared
    self.goodwill = goodwill
    self.currency = currency
  }
}
