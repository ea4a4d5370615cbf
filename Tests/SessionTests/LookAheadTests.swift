import Console
import Desk
import Testing
import Workflow

@testable import Session

/// What is read before the console asks for it.
@Suite struct LookAheadTests {
  private let page = QueuePage(limit: 20)

  private func window(_ page: QueuePage) -> QueueWindow {
    QueueWindow(page: page, rows: [], counts: [.waiting: 3], mine: [])
  }

  /// After the console has asked for `page` once.
  private func asked() throws -> (LookAhead, LookAhead.Order) {
    var ahead = LookAhead()
    #expect(ahead.order == nil)
    #expect(ahead.take(page) == nil)
    return (ahead, try #require(ahead.order))
  }

  @Test func `the page that was asked for last is read, and given once`() throws {
    var (ahead, order) = try asked()
    #expect(order.page == page)
    ahead.keep(window(page), for: order)
    #expect(ahead.take(page) == window(page))
    #expect(ahead.take(page) == nil)
  }

  @Test func `another page is not that one`() throws {
    var (ahead, order) = try asked()
    ahead.keep(window(page), for: order)
    #expect(ahead.take(QueuePage(limit: 40)) == nil)
    #expect(ahead.take(page) == nil)
    // Nor is one that was read for a page nobody looks at any more.
    ahead.keep(window(QueuePage(limit: 40)), for: try #require(ahead.order))
    order = try #require(ahead.order)
    #expect(ahead.take(QueuePage(limit: 60)) == nil)
    ahead.keep(window(order.page), for: order)
    #expect(ahead.take(order.page) == nil)
  }

  @Test func `what was read before something happened is too old`() throws {
    var (ahead, order) = try asked()
    ahead.keep(window(page), for: order)
    ahead.forget()
    #expect(ahead.take(page) == nil)
    // It was on its way when that happened.
    order = try #require(ahead.order)
    ahead.forget()
    ahead.keep(window(page), for: order)
    #expect(ahead.take(page) == nil)
  }
}
