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
    openedAt = record.at
    touchedAt = record.at
    channel = opened.channel
    language = opened.language
    customer = opened.customer
    epoch = 0
    identified = false
    messages = []
    customerTurns = 0
    unanswered = []
    openQuestions = []
    acts = []
    attested = []
    confirmations = [:]
    heat = .calm
    flared = false
    nudges = 0
    fields = opened.earlier?.fields ?? [:]
    classification = Classification()
    plans = []
    commitments = []
    approvals = []
    followUps = []
    tags = []
    flags = []
    links = opened.earlier.map { [$0.ref] } ?? []
    earlier = opened.earlier
    returns = 0
    overrides = []
    let contact: [(FieldName, String?)] = [
      (.customer, opened.customer.name.isEmpty ? nil : opened.customer.name),
      (.company, opened.customer.company), (.phone, opened.customer.phone),
      (.email, opened.customer.email),
    ]
    for case (let field, let value?) in contact {
      fields[field] = FieldValue(value: value, reason: nil, by: record.actor, at: record.at)
    }
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
