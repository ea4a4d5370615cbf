import Playbook
import Vocabulary
import Workflow

/// What the customer's own words choose: a form stands at it, and at nothing where they name none.
extension Model {
  /// The option the customer took in their last words, by its number, its letter or what it is.
  ///
  /// - Returns: counted from 0; nil where they name none, or more than one.
  func chosenOption(of plan: Plan, _ open: OpenCase) -> Int? {
    guard let said = open.current.lastCustomerMessage,
      said.number > plan.messagesBefore
    else { return nil }
    if let place = Model.place(namedIn: said.text), plan.options.indices.contains(place) {
      return place
    }
    let offered = content.remedies.filter { remedy in
      plan.options.contains { $0.remedy == remedy.id }
    }
    guard let remedy = offered.asked(in: said.text, open.current.language) else { return nil }
    let places = plan.options.indices.filter { plan.options[$0].remedy == remedy.id }
    return places.count == 1 ? places[0] : nil
  }

  /// The remedy the customer asked for: the demand on file, or else the one in their words, or else
  /// what their last words name.
  func remedyAskedFor(_ open: OpenCase) -> RemedyID? {
    let demand =
      open.current.fields[.demand]?.value ?? open.proposals(for: .demand).first
      ?? open.current.lastCustomerMessage?.text
    return demand.flatMap { content.remedies.asked(in: $0, open.current.language)?.id }
  }

  /// Which of several the words name by number or letter; nil for none, or two different ones.
  private static func place(namedIn words: String) -> Int? {
    let text = words.lowercased()
    let short = text.filter { $0.isLetter || $0.isNumber }
    var found: Set<Int> = []
    for (place, ways) in Model.signs.enumerated() {
      if ways.dropFirst(2).contains(where: text.contains) || short == ways[0] || short == ways[1] {
        found.insert(place)
      }
    }
    if let letter = loneLetter(in: words) { found.insert(letter) }
    return found.count == 1 ? found.first : nil
  }

  /// Number, letter, and the ways to say the first, the second and the third.
  private static let signs: [[String]] = [
    [
      "1", "a", "first one", "first option", "option 1", "option a", "option one", "number one",
      "第一个", "第一個", "第一种", "第一種", "第一項", "第一项", "方案一", "方案1", "方案a", "前者",
      "选一", "選一", "选1", "選1",
    ],
    [
      "2", "b", "second one", "second option", "option 2", "option b", "option two", "number two",
      "the latter", "第二个", "第二個", "第二种", "第二種", "第二項", "第二项", "方案二", "方案2",
      "方案b", "后者", "後者", "选二", "選二", "选2", "選2",
    ],
  ]

  /// A capital A or B that stands alone and is no article.
  private static func loneLetter(in words: String) -> Int? {
    let letters = Array(words)
    var found: Set<Int> = []
    for (index, letter) in letters.enumerated() where letter == "A" || letter == "B" {
      let before = index > 0 ? letters[index - 1] : " "
      let after = letters[(index + 1)...].first { $0 != " " }
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      guard !(before.isASCII && (before.isLetter || before.isNumber)),
        !(next.isASCII && (next.isLetter || next.isNumber || next == "'"))
      else { continue }
      // “A refund” is one of the kind, not the first option.
      if letter == "A", let after, after.isASCII, after.isLetter { continue }
      found.insert(letter == "A" ? 0 : 1)
    }
    return found.count == 1 ? found.first : nil
  }
}
