#if PostgreSQL
  import CPostgreSQL
  package import Desk
  import Foundation

  /// Where a desk on a server lies: `postgresql://user@host:port/database?…`.
  package struct DeskAddress: Sendable {
    /// As the user wrote it; may hold a password.
    let url: String
    /// The same without the password, for sentences and for the screen.
    package let name: String

    /// Whether a text names a desk on a server of this kind.
    package static func isOne(_ text: String) -> Bool {
      text.hasPrefix("postgresql://") || text.hasPrefix("postgres://")
    }

    /// Reads an address; asks nobody.
    ///
    /// - Parameter url: as the user wrote it.
    /// - Throws: `StoreError.cannotCreate` when it is none.
    package init(_ url: String) throws(StoreError) {
      self.url = url
      var complaint: UnsafeMutablePointer<CChar>?
      guard !url.utf8.contains(0), let options = PQconninfoParse(url, &complaint) else {
        PQfreemem(complaint)
        // The words may quote the password.
        throw .cannotCreate(
          path: Self.withoutPassword(url), why: "it is no address of a PostgreSQL database")
      }
      PQconninfoFree(options)
      name = Self.withoutPassword(url)
    }

    /// The text without what stands between the user's name and the host, and without any
    /// parameter that is a password.
    private static func withoutPassword(_ url: String) -> String {
      guard let slashes = url.range(of: "://") else { return url }
      var rest = String(url[slashes.upperBound...])
      var query = ""
      if let mark = rest.firstIndex(of: "?") {
        let kept = rest[rest.index(after: mark)...].split(separator: "&").filter {
          !$0.lowercased().contains("password")
        }
        query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
        rest = String(rest[..<mark])
      }
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      var place = String(rest[..<end])
      if let at = place.lastIndex(of: "@"), let colon = place[..<at].firstIndex(of: ":") {
        place.removeSubrange(colon..<at)
      }
      return url[..<slashes.upperBound] + place + rest[end...] + query
    }
  }
#endif
