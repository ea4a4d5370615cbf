import Vocabulary

extension Case {
  /// The case as its first event makes it; nil when the event opens no case.
  package init?(opening record: RecordedEvent) {
    guard case .opened(let opened) = record.event else { return nil }
    ref = opened.ref
    version = record.version
    state = .open
    procedure = opened.procedure
    step = opened.step
    turnsAtStep = 0
    visited = [opened.step]
    openedAt = record.at
    openedBy = record.actor
    touchedAt = record.at
    channel = opened.channel
    language = opened.language
    customer = opened.customer
    holders = []
    handovers = 0
    epoch = 0
    identified = false
    watches = []
    complainedAbout = []
    skipsLevel = opened.skipsLevel == true
    isUntouched = false
    owner = opened.owner
    messages = []
    customerTurns = 0
    unanswered = []
    openQuestions = []
    acts = []
    attested = []
    confirmations = [:]
    heat = .calm
    flared = false
    tries = []
    fields = opened.earlier.map(Self.fields(carriedFrom:)) ?? [:]
    classification = Classification()
    wasConcern = false
    plans = []
    commitments = []
    approvals = []
    followUps = []
    tasks = []
    improvements = []
    tags = []
    flags = []
    conduct = []
    consultations = []
    announcements = []
    links = []
    earlier = opened.earlier
    returns = 0
    messagesBeforeReturn = 0
    approvalsBeforeReturn = 0
    overrides = []
    let contact: [(FieldName, String?)] = [
      (.customer, opened.customer.name.isEmpty ? nil : opened.customer.name),
      (.company, opened.customer.company), (.phone, opened.customer.phone),
      (.email, opened.customer.email),
    ]
    for case (let field, let value?) in contact {
      fields[field] = FieldValue(value: value, reason: nil, by: record.actor, at: record.at)
    }
    if customer.name.isEmpty { customer.name = fields[.customer]?.value ?? "" }
    customer.company = fields[.company]?.value
    customer.phone = fields[.phone]?.value
    customer.email = fields[.email]?.value
  }

  /// What of the register goes on: all of it while the matter is the same, otherwise only how to
  /// address and reach the customer (domain E6).
  private static func fields(carriedFrom earlier: EarlierContact) -> [FieldName: FieldValue] {
    let contact: Set<FieldName> = [.customer, .company, .address, .phone, .email]
    return earlier.unsolved
      ? earlier.fields : earlier.fields.filter { contact.contains($0.key) }
  }

  /// The case that `records` tell of, or nil when they do not begin with an opening.
  ///
  /// - Parameter records: all events of one case, in order.
  package init?(replaying records: some Sequence<RecordedEvent>) {
    var iterator = records.makeIterator()
    guard let first = iterator.next(), var folded = Case(opening: first) else { return nil }
    while let record = iterator.next() { folded.apply(record) }
    self = folded
  }
}
