import Foundation
import Testing

/// The documents scripts rely on have every key that is promised.
@Suite struct ShapeTests {
  @Test func `a row of the queue`() async throws {
    let station = try Station()
    let walk = try #require(SixStepWalks.all.first)
    _ = try await Walk(
      language: walk.language, values: walk.values, sittings: [walk.sittings[0]]
    ).run(at: station)
    _ = try await station.calmdesk(
      "intake", "--now", "2026-11-26T09:00:00Z",
      input:
        #"{"turns":[{"from":"customer","text":"This is ridiculous, where is my refund?","at":"2026-11-26T08:58:30Z"}]}"#
    )
    let rows = try await station.calmdesk(
      "queue", "--json", "--now", "2026-11-26T09:00:00Z"
    ).document().items
    #expect(rows.count == 2)
    for row in rows {
      #expect(
        row.keys.isSuperset(of: [
          "ref", "customer", "channel", "lang", "state", "procedure", "step", "heat", "owner",
          "handler", "waiting_seconds", "unread", "next_clock", "warn_at", "broken",
        ]))
      #expect(row["heat"]?.keys.isSuperset(of: ["score", "level"]) == true)
      #expect(row["next_clock"]?.keys == ["name", "at"])
      #expect(row["next_clock"]?["at"]?.isTime == true)
      #expect(row["warn_at"]?.isTime == true || row["warn_at"] == .null)
    }
    let waiting = try #require(rows.first { $0["ref"]?.text == "C-1002" })
    #expect(rows.first == waiting)
    let seconds = try #require(waiting["waiting_seconds"]?.number)
    #expect((90...150).contains(seconds))
    #expect(waiting["unread"]?.number == 1)
    #expect(waiting["owner"] == .null)
    #expect(waiting["state"]?.text == "open")
    let served = try #require(rows.first { $0["ref"]?.text == "C-1001" })
    #expect(served["waiting_seconds"] == .null)
    #expect(served["step"]?.text == "follow_up")
    #expect(served["customer"]?.text == "Ms Reed")
    #expect(served["handler"]?.text == served["owner"]?.text)
  }

  @Test func `a case, whole, and its log`() async throws {
    let station = try Station()
    let answers = try await SixStepWalks.simplified.run(at: station).flatMap { $0 }
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    #expect(
      shown.keys.isSuperset(of: [
        "ref", "state", "procedure", "step", "owner", "handler", "customer", "messages", "fields",
        "gates", "remedies", "commitments", "follow_ups", "satisfaction", "disposition", "version",
      ]))
    let messages = shown["messages"]?.items ?? []
    #expect(messages.count == 15)
    for message in messages {
      #expect(message.keys.isSuperset(of: ["at", "from", "kind", "text", "heat", "acts"]))
      #expect(message["at"]?.isTime == true)
    }
    let gates = shown["gates"]?.items ?? []
    #expect(gates.count > 20)
    for gate in gates {
      #expect(gate.keys.isSuperset(of: ["id", "step", "strength", "met", "how", "missing"]))
      #expect(gate["met"]?.flag == (gate["missing"]?.items == []))
    }
    let problem = try #require(gates.first { $0["id"]?.text == "problem_confirmed" })
    #expect(problem["how"]?.text == "observed")
    #expect(shown["fields"]?["order"]?["value"]?.text == "88213047")
    #expect(shown["fields"]?["order"]?["by"]?.text == shown["owner"]?.text)

    let events = try await station.calmdesk("case", "C-1001", "--events").documents()
    let version = try #require(shown["version"]?.number)
    #expect(events.map { $0["version"]?.number } == (1...Int(version)).map(Double.init))
    for event in events {
      #expect(event.keys == ["sequence", "version", "at", "actor", "command", "event"])
      #expect(event["at"]?.isTime == true)
      #expect(event["event"]?["type"]?.text != nil)
    }
    // What was answered is what is in the log, but for what fell due by itself.
    let logged = events.compactMap { $0["event"] }.filter { $0["type"]?.text != "woken" }
    #expect(answers.flatMap { $0["events"]?.items ?? [] } == logged)
    for answer in answers {
      #expect(answer.keys.isSuperset(of: ["ok", "ref", "version", "events"]))
    }
  }

  @Test(arguments: SixStepWalks.all) func `a case is printed whole for people`(walk: Walk)
    async throws
  {
    let station = try Station()
    _ = try await walk.run(at: station)
    let plain = try await station.calmdesk("case", "C-1001", "--lang", walk.language)
    #expect(plain.code == 0)
    let shown = try await station.calmdesk("case", "C-1001", "--json").document()
    for message in shown["messages"]?.items ?? [] {
      let text = try #require(message["text"]?.text)
      #expect(plain.lines.contains("  " + text), "\(text)")
    }
    let colon = walk.language == "en" ? ": " : "："
    for field in ["problem", "demand", "order"] {
      let value = try #require(shown["fields"]?[field]?["value"]?.text)
      #expect(plain.lines.contains { $0.hasSuffix(colon + value) }, "\(field)")
    }
    let options = shown["remedies"]?.items.first?["options"]?.items ?? []
    #expect(options.count == 2)
    for (mark, option) in zip(["●", "○"], options) {
      let what = try #require(option["what"]?.text)
      #expect(plain.lines.contains { $0.hasPrefix("  \(mark) \(what) · ") }, "\(plain.text)")
    }
    #expect(!plain.text.contains("✓"), "gates of a closed case")
  }

  @Test func `a field may be unknown, with the reason`() async throws {
    let station = try Station()
    _ = try await station.calmdesk(
      "do",
      input: #"""
        {"do":"open","turns":[{"from":"customer","text":"Where is it?"}]}
        {"case":"C-1001","do":"claim"}
        {"case":"C-1001","do":"set","field":"order","unknown":true,"reason":"the slip is lost"}
        """#)
    let field = try await station.calmdesk("case", "C-1001", "--json").document()["fields"]?[
      "order"]
    #expect(field?["unknown"]?.flag == true)
    #expect(field?["reason"]?.text == "the slip is lost")
    #expect(field?["value"] == nil)
  }

  @Test func `the list of the playbook`() async throws {
    let list = try await Station().calmdeskAlone("playbook", "list", "--json").document()
    #expect(list.keys.isSuperset(of: ["procedures", "phrases", "remedies", "scenarios"]))
    let procedures = list["procedures"]?.items ?? []
    #expect(
      Set(procedures.compactMap { $0["id"]?.text }) == [
        "six_steps", "good_faith_five", "register_seven", "listen_apologise_satisfy_thank",
        "quick_four", "phone_four", "online_standard",
      ])
    #expect(procedures.first?["id"]?.text == "six_steps")
    #expect(
      procedures.first?["steps"]?.texts == [
        "vent", "apologise", "collect", "solve", "ask", "follow_up",
      ])
    for procedure in procedures { #expect(procedure["name"]?.text?.isEmpty == false) }
    #expect(list["phrases"]?.keys == ["en", "zh-Hans", "zh-Hant"])
    #expect(list["remedies"]?.items.count ?? 0 > 10)
  }

  @Test func `readings of words`() async throws {
    let station = try Station()
    let heat = try await station.calmdeskAlone(
      "language", "heat",
      input: #"{"text":"再不处理我就去12315投诉你们"}"# + "\nno\n" + #"{"text":"Thank you.","lang":"en"}"#)
    #expect(heat.code == 65)
    #expect(
      heat.complaint == "calmdesk: standard input, line 2: It is not valid JSON; each line must be "
        + "one JSON object.\n")
    let readings = try heat.documents()
    #expect(readings.count == 2)
    for reading in readings {
      #expect(
        reading.keys.isSuperset(of: ["text", "lang", "score", "level", "mood", "signals"]))
    }
    #expect(readings[0]["lang"]?.text == "zh-Hans")
    #expect(readings[0]["level"]?.text == "explosive")
    for signal in readings[0]["signals"]?.items ?? [] {
      #expect(signal.keys == ["kind", "start", "end", "weight"])
    }
    #expect(readings[1]["level"]?.text == "calm")
    let tone = try await station.calmdeskAlone(
      "language", "tone", input: #"{"text":"I'm sorry. Please calm down.","lang":"en"}"#)
    let reading = try #require(try tone.documents().first)
    #expect(reading.keys.isSuperset(of: ["text", "lang", "acts", "findings"]))
    #expect(reading["acts"]?.texts.contains("regret") == true)
    let finding = try #require(reading["findings"]?.items.first)
    #expect(finding.keys == ["kind", "strength", "start", "end", "why", "rewrite"])
  }
}
