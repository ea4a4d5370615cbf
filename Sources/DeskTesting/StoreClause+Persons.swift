import Desk
import Testing
import Vocabulary
import Workflow

extension StoreClause {
  /// Who may sign in, and what is theirs alone.
  static let persons = [
    StoreClause("people are kept in the order of their ids and may change") { store in
      let bo = Person(id: "bo", name: "Bo", role: .agent)
      let ana = Person(id: "ana", name: "安娜", role: .supervisor)
      try store.write { transaction in
        try transaction.put(bo)
        try transaction.put(ana)
        #expect(try transaction.people() == [ana, bo])
      }
      #expect(try store.people() == [ana, bo])
      let gone = Person(
        id: "bo", name: "Bo Lee", role: .senior, active: false, team: "夜班",
        department: "Service",
        aptitude: Aptitude(
          speaks: [.zhHans, .en], skills: ["billing"], capacity: [.chat: 2, .public: 0]))
      try store.write { try $0.put(gone) }
      #expect(try store.people() == [ana, gone])
      #expect(try store.person("bo") == gone)
      #expect(try store.person("ana") == ana)
      #expect(try store.person("cy") == nil)
      let alone = Person(id: "bo", name: "Bo Lee", role: .senior)
      try store.write { try $0.put(alone) }
      #expect(try store.people() == [ana, alone])
    },
    StoreClause("a draft is its author's alone until it is emptied") { store in
      try store.keep(draft: "Dear", of: "ana", for: "C-1001")
      try store.keep(draft: "Sir", of: "bo", for: "C-1001")
      try store.keep(draft: "Dear Ms", of: "ana", for: "C-1001")
      try store.keep(draft: "Hello", of: "ana", for: "C-1002")
      #expect(try store.drafts(of: "ana") == ["C-1001": "Dear Ms", "C-1002": "Hello"])
      #expect(try store.drafts(of: "bo") == ["C-1001": "Sir"])
      #expect(try store.drafts(of: "cy").isEmpty)
      try store.keep(draft: "", of: "ana", for: "C-1001")
      try store.keep(draft: "", of: "cy", for: "C-1001")
      #expect(try store.drafts(of: "ana") == ["C-1002": "Hello"])
      #expect(try store.drafts(of: "bo") == ["C-1001": "Sir"])
      #expect(try store.lastSequence() == 0)
    },
    StoreClause("case numbers begin at 1001 and are given once") { store in
      let first = try store.write { [try $0.nextNumber(), try $0.nextNumber()] }
      let second = try store.write { try $0.nextNumber() }
      #expect(first == [1001, 1002])
      #expect(second == 1003)
    },
  ]
}
