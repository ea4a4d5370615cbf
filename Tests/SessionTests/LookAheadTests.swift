import Console
import Desk
import Testing
import Workflow

@testable import Session

/// What is made before the console asks for it.
@Suite struct LookAheadTests {
  private let page = QueuePage(limit: 20)
  private let now = Duration.seconds(100)

  private func window(_ page: QueuePage) -> QueueWindow {
    QueueWindow(page: page, rows: [], counts: [.waiting: 3], mine: [])
  }

  private func glance(_ waiting: Int) -> QueueGlance {
    QueueGlance(pages: [], offers: [], counts: [.waiting: waiting])
  }

  /// After the console has asked for `page` once.
  private func asked() throws -> (LookAhead, LookAhead.Order) {
    var ahead = LookAhead()
    #expect(ahead.order(at: now) == nil)
    #expect(ahead.take(page) == nil)
    return (ahead, try #require(ahead.order(at: now)))
  }

  @Test func `the page that was asked for last is looked at, and given once`() throws {
    var (ahead, order) = try asked()
    #expect(order.page == page)
    ahead.keep(glance(3), window(page), for: order, at: now)
    #expect(ahead.take(page) == window(page))
    #expect(ahead.take(page) == nil)
  }

  @Test func `another page is not that one`() throws {
    var (ahead, order) = try asked()
    ahead.keep(glance(3), window(page), for: order, at: now)
    #expect(ahead.take(QueuePage(limit: 40)) == nil)
    #expect(ahead.take(page) == nil)
    // Nor is one that was made for a page nobody looks at any more.
    order = try #require(ahead.order(at: now))
    #expect(ahead.take(QueuePage(limit: 60)) == nil)
    ahead.keep(glance(3), window(order.page), for: order, at: now)
    #expect(ahead.take(order.page) == nil)
    #expect(try #require(ahead.order(at: now)).glance == nil)
  }

  @Test func `what was made before something happened is too old`() throws {
    var (ahead, order) = try asked()
    ahead.keep(glance(3), window(page), for: order, at: now)
    ahead.forget()
    #expect(ahead.take(page) == nil)
    // It was on its way when that happened.
    order = try #require(ahead.order(at: now))
    ahead.forget()
    ahead.keep(glance(4), window(page), for: order, at: now)
    #expect(ahead.take(page) == nil)
    // What was seen of the queue is right for all that.
    #expect(try #require(ahead.order(at: now)).glance == glance(4))
  }

  @Test func `what was read for the console is followed from then on`() throws {
    var (ahead, order) = try asked()
    #expect(order.glance == nil)
    let isInTime = ahead.keep(read: glance(1), for: order, at: now)
    #expect(isInTime)
    order = try #require(ahead.order(at: now))
    #expect(order.glance == glance(1))
    ahead.keep(glance(2), window(page), for: order, at: now)
    #expect(try #require(ahead.order(at: now)).glance == glance(2))
  }

  @Test func `where a change and what was read crossed, nobody knows which came first`() throws {
    var (ahead, order) = try asked()
    // Read before the change was told, it may lack it.
    ahead.keep(glance(2), window(page), for: order, at: now)
    var isInTime = ahead.keep(read: glance(1), for: order, at: now)
    #expect(!isInTime)
    #expect(try #require(ahead.order(at: now)).glance == glance(2))
    // Read after the change was looked up, it may hold the next one, and the change with it or not.
    order = try #require(ahead.order(at: now))
    isInTime = ahead.keep(read: glance(3), for: order, at: now)
    #expect(isInTime)
    ahead.keep(glance(2), window(page), for: order, at: now)
    #expect(try #require(ahead.order(at: now)).glance == nil)
    #expect(ahead.take(page) == nil)
  }

  @Test func `a queue that was followed for a minute is read again`() throws {
    var (ahead, order) = try asked()
    let isInTime = ahead.keep(read: glance(1), for: order, at: now)
    #expect(isInTime)
    order = try #require(ahead.order(at: now + .seconds(59)))
    ahead.keep(glance(2), window(page), for: order, at: now + .seconds(59))
    order = try #require(ahead.order(at: now + .seconds(60)))
    #expect(order.glance == nil)
    ahead.keep(glance(3), window(page), for: order, at: now + .seconds(60))
    #expect(try #require(ahead.order(at: now + .seconds(119))).glance == glance(3))
  }
}
