import Console
import Desk
import Synchronization

/// The window of the queue that a console asks for when it hears that cases changed.
///
/// It is made with the changes, on the thread that looks for them, from the cases that changed and
/// what was seen of the queue before: on a floor every console hears of every change, and most of
/// them are about one case.
struct LookAhead {
  /// The page the console asked for last; it asks for the same again. Nil in a sitting without a
  /// screen, which reads nothing ahead.
  private var page: QueuePage?
  /// The queue as it was seen last, with all changes that were told; nil where it must be read.
  private var glance: QueueGlance?
  /// When it was read whole, by the sitting's own time.
  private var readAt = Duration.zero
  private var window: QueueWindow?
  /// Grows with whatever makes a window that is being made too old.
  private var age = 0
  /// Grows with every look at the queue.
  private var looks = 0

  /// However well it was followed, what was read so long ago is read again.
  private static let longest = Duration.seconds(60)

  /// A page to look at, and when it was looked up.
  struct Order {
    var page: QueuePage
    /// What was seen of it; nil where it must be read.
    var glance: QueueGlance?
    fileprivate var age: Int
    fileprivate var looks: Int
  }

  /// What to look at `now`, by the sitting's own time; nil before the console has asked for anything.
  func order(at now: Duration) -> Order? {
    page.map { page in
      Order(
        page: page, glance: now - readAt < Self.longest ? glance : nil, age: age, looks: looks)
    }
  }

  /// Keeps what the queue is after a change: unless it was read meanwhile, since nobody knows whether
  /// that was before the change; and for the console, unless something else was told meanwhile.
  ///
  /// - Parameters:
  ///   - followed: the queue with the change.
  ///   - made: what the console is told of it.
  ///   - order: by which it was looked at.
  ///   - now: the sitting's own time.
  mutating func keep(
    _ followed: QueueGlance?, _ made: QueueWindow?, for order: Order, at now: Duration
  ) {
    let isNewest = order.looks == looks && order.page == page
    glance = isNewest ? followed : nil
    window = isNewest && order.age == age ? made : nil
    if order.glance == nil { readAt = now }
    looks += 1
  }

  /// Keeps what was read because the console asked for it.
  ///
  /// - Parameters:
  ///   - read: the queue, read after `order` was given.
  ///   - order: by which it was looked at.
  ///   - now: the sitting's own time.
  /// - Returns: false where a change was told meanwhile, which may have come after it was read.
  mutating func keep(read: QueueGlance, for order: Order, at now: Duration) -> Bool {
    guard order.looks == looks else { return false }
    guard order.page == page else { return true }
    glance = read
    readAt = now
    looks += 1
    return true
  }

  /// The window for a page that the console asks for, once; nil where it must be read.
  mutating func take(_ asked: QueuePage) -> QueueWindow? {
    defer { window = nil }
    if page != asked {
      page = asked
      glance = nil
    }
    return window?.page == asked ? window : nil
  }

  /// Forgets what was made: something else is told, and the console may ask because of that.
  mutating func forget() {
    window = nil
    age += 1
  }
}

extension Session {
  /// What changed on the desk after `sequence`; the window the console is about to ask for is made
  /// with it.
  func changesAhead(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
    guard let order = ahead.withLock({ $0.order(at: monotonic()) }) else {
      return try desk.store.feed(after: sequence, limit: limit)
    }
    let news = try desk.store.news(after: sequence, limit: limit, for: person)
    guard !news.feed.isEmpty else { return [] }
    let look = look(at: order.page)
    let glance = order.glance?.taking(news, by: look) ?? (try? desk.store.glance(look))
    let window = glance.flatMap { try? self.window(order.page, $0) }
    ahead.withLock { $0.keep(glance, window, for: order, at: monotonic()) }
    return news.feed
  }

  /// What was made ahead for a page, if it was.
  func windowAhead(_ page: QueuePage) -> QueueWindow? { ahead.withLock { $0.take(page) } }

  /// The window of a page as the store has it, no older than what the console was told meanwhile.
  ///
  /// - Throws: `StoreError`.
  func window(reading page: QueuePage) throws -> QueueWindow {
    // On a floor that never stands still the last word is as good as any.
    for _ in 1..<Session.mostReadings {
      if let glance = try glanceInTime(at: page) { return try window(page, glance) }
    }
    return try window(page, desk.store.glance(look(at: page)))
  }

  /// How often a page is read while changes come in.
  private static let mostReadings = 3

  /// What the store has of a page; nil where a change was told meanwhile.
  private func glanceInTime(at page: QueuePage) throws -> QueueGlance? {
    let order = ahead.withLock { $0.order(at: monotonic()) }
    let glance = try desk.store.glance(look(at: page))
    guard let order, order.page == page else { return glance }
    return ahead.withLock { $0.keep(read: glance, for: order, at: monotonic()) } ? glance : nil
  }
}
