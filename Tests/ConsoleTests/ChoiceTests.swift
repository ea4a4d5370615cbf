import Console
import ConsoleTesting
import Playbook
import Screen
import Testing
import Vocabulary
import Workflow

/// Choices by letters and digits, blanks by their names, and the complaint form, key by key.
@Suite struct ChoiceTests {
  private func driver(_ language: LanguageTag, as person: PersonID = "mei") throws -> Driver {
    let bench = try Workbench.shipped()
    try bench.open(language == .en ? "My parcel is late again!" : "快递又晚了！")
    let driver = try Driver(
      bench, as: person, language: language, size: Size(columns: 80, rows: 24))
    driver.press("t", "esc")
    return driver
  }

  private func form(_ driver: Driver) -> Form? {
    guard case .form(let form)? = driver.model.overlay else { return nil }
    return form
  }

  @Test func `several letters in a row narrow a choice down`() throws {
    let driver = try driver(.zhHans)
    driver.press("g")
    driver.type("补发配")
    #expect(form(driver)?.fields[0].chosen?.label == "补发配件")
    driver.press("home")
    driver.type("bfpj")
    #expect(form(driver)?.fields[0].chosen?.label == "补发配件")
    driver.press("home")
    driver.type("bufap")
    #expect(form(driver)?.fields[0].chosen?.label == "补发配件")
  }

  @Test func `a digit means the same remedy in every list and for every role`() throws {
    var found: Set<String> = []
    for person in ["mei", "lin"] as [PersonID] {
      let driver = try driver(.en, as: person)
      driver.press("o", "4")
      found.insert(form(driver)?.fields[0].chosen?.id ?? "")
      while form(driver)?.fields[form(driver)?.focus ?? 0].id != "remedy_b" { driver.press("tab") }
      driver.press("4")
      found.insert(form(driver)?["remedy_b"]?.chosen?.id ?? "")
    }
    #expect(found.count == 1 && found != [""], "\(found)")
  }

  @Test func `a capital is told with the Shift it needs`() {
    #expect(Key(name: "alt-V")?.shown == "Alt-Shift-V")
    #expect(Key(name: "alt-v")?.shown == "Alt-v")
  }

  @Test(arguments: LanguageTag.allCases)
  func `beside a promise's time its words are seen`(_ language: LanguageTag) throws {
    let driver = try driver(language)
    let ref = try #require(driver.model.open?.ref)
    driver.press("p")
    driver.type("全额退款")
    driver.press("tab")
    driver.type("18:00")
    driver.press("enter", "esc")
    #expect(driver.current?.ref == ref)
    #expect(driver.screen.contains("全额退款"), "\(driver.screen)")
  }
}
