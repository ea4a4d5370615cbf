import Console
import Desk
import Synchronization

/// The window of the queue that a console asks for when it hears that cases changed.
///
/// It is read with the changes, on the thread that looks for them: on a floor where every console
/// hears of every change, waiting for one thread after the other takes longer than reading.
struct LookAhead {
  /// The page the console asked for last; it asks for the same again. Nil in a sitting without a
  /// screen, which reads nothing ahead.
  private var page: QueuePage?
  private var window: QueueWindow?
  /// Grows with whatever makes a window that is being read too old.
  private var age = 0

  /// A page to read, and when it was looked up.
  struct Order {
    var page: QueuePage
    fileprivate var age: Int
  }

  /// What to read; nil before the console has asked for anything.
  var order: Order? { page.map { Order(page: $0, age: age) } }

  /// Keeps what was read, unless something else happened meanwhile.
  mutating func keep(_ read: QueueWindow, for order: Order) {
    guard order.age == age, order.page == page else { return }
    window = read
  }

  /// The window for a page that the console asks for, once; nil where it must be read.
  mutating func take(_ asked: QueuePage) -> QueueWindow? {
    defer { window = nil }
    page = asked
    return window?.page == asked ? window : nil
  }

  /// Forgets what was read: something else is told, and the console may ask because of that.
  mutating func forget() {
    window = nil
    age += 1
  }
}

extension Session {
  /// What changed on the desk after `sequence`; what the console is about to ask for is read with it.
  func changesAhead(after sequence: Int64, limit: Int) throws -> [FeedEntry] {
    guard let order = ahead.withLock({ $0.order }) else {
      return try desk.store.feed(after: sequence, limit: limit)
    }
    let news = try desk.store.news(after: sequence, limit: limit, with: look(at: order.page))
    if !news.feed.isEmpty, let glance = news.glance,
      let window = try? window(order.page, glance)
    {
      ahead.withLock { $0.keep(window, for: order) }
    }
    return news.feed
  }

  /// What was read ahead for a page, if it was.
  func windowAhead(_ page: QueuePage) -> QueueWindow? { ahead.withLock { $0.take(page) } }
}
