import Testing
import Vocabulary

@testable import Language

@Suite struct HeatTests {
  private let reader = ShippedLexicon.reader

  @Test(arguments: [
    ("谢谢，已经可以了", HeatLevel.calm),
    ("请问什么时候发货", .calm),
    ("謝謝您的幫忙，收到了", .calm),
    ("Thanks, it works now.", .calm),
    ("Could you tell me when my order ships?", .calm),
    ("I'd like to return a kettle, please!", .calm),
    ("I ORDERED THE BLUE ONE", .calm),
    ("您好，麻烦帮我查一下订单", .calm),
    ("How long does it take?", .calm),
    ("Could you tell me how long the delivery takes, please?", .calm),
    ("要不你帮我看看", .calm),
    ("等了三天了，还没有收到", .uneasy),
    ("It's been two weeks and nobody called me.", .uneasy),
    ("已經等了兩個禮拜，還沒收到", .uneasy),
    ("你们到底还要拖多久？打了三次电话都没人理", .angry),
    ("你們根本在敷衍我，到底要等到什麼時候", .angry),
    ("This is ridiculous. You people keep lying to me.", .angry),
    ("垃圾公司，你们这帮骗子，再不退钱我就打12315！！", .explosive),
    ("爛公司，你們這些騙子，再不退錢我就去消保會申訴！", .explosive),
    ("You useless idiots, refund me today or you'll hear from my lawyer!?", .explosive),
  ])
  func `messages are as hot as people say they are`(_ text: String, _ level: HeatLevel) {
    let heat = reader.customer(text).heat
    #expect(heat.level == level, "\(heat)")
  }

  @Test(arguments: [
    "My mother passed away last week and I need to close her account.",
    "My husband died in March. How do I stop the payments?",
    "我先生上個月過世了，這個門號要怎麼辦？", "我奶奶前天没了，她的手机号想注销。",
  ])
  func `who writes of a death is never read as calm`(_ text: String) {
    let heat = reader.customer(text).heat
    #expect(heat.level == .uneasy, "\(heat)")
    #expect(heat.mood == .anxious)
  }

  @Test(arguments: [
    "你们到底还要拖多久？？打了三次电话，从来没有人理，太过分了！！",
    "謝謝啊，你們效率真高，等了三個月",
    "You people never answer. I've called five times!? Thanks for nothing.",
    "Thanks, great, it works now, thank you, thanks!",
    "垃圾垃圾垃圾垃圾垃圾垃圾",
    "",
  ])
  func `no point stands without words behind it`(_ text: String) {
    let heat = reader.customer(text, earlier: ["等了三個月，你們到底管不管"]).heat
    let sum = heat.signals.reduce(0) { $0 + $1.weight }
    #expect(heat.score == (text.isEmpty ? 0 : Reader.score(of: sum)))
    #expect(heat.level == Reader.level(of: heat.score))
    let length = text.unicodeScalars.count
    for signal in heat.signals {
      #expect(signal.span.start >= 0 && signal.span.end <= length)
      #expect(signal.weight != 0)
      #expect(signal.span.start < signal.span.end || signal.kind == "long_turn")
    }
    #expect(heat.signals.map(\.span.start) == heat.signals.map(\.span.start).sorted())
  }

  @Test(arguments: [
    ("😡 你們這些騙子", "insult", ["騙子"]),
    ("😡 你們這些騙子", "plural_blame", ["你們"]),
    ("ＹＯＵ  ＰＥＯＰＬＥ lied", "plural_blame", ["ＹＯＵ  ＰＥＯＰＬＥ"]),
    ("This is f u c k ing", "insult", ["f u c k"]),
    ("what the f**k", "insult", ["f**k"]),
    ("you b@st@rd", "insult", ["b@st@rd"]),
    ("客服就是傻*", "insult", ["傻*"]),
    ("等了三天了！？", "doubled_question", ["！？"]),
    ("太慢了！！", "doubled_exclamation", ["！！"]),
    ("hello!!", "doubled_exclamation", []),
    ("再不處理我就投訴到12315", "threat", ["再不處理我就投訴到12315"]),
    ("我想投诉", "threat", []),
    ("我想投诉", "outside_body", ["投诉"]),
    ("尾号315的订单", "outside_body", []),
    ("我买的垃圾桶没到", "insult", []),
    ("他说“你们都是骗子”，我没说", "insult", []),
    ("没解决", "acceptance", []),
    ("It is not fixed", "acceptance", []),
    ("谢谢啊", "thanks", []),
    ("谢谢啊", "sarcasm", ["谢谢啊"]),
    ("Thanks for nothing", "thanks", []),
    ("请帮我查一下，麻烦您了", "plural_blame", []),
  ])
  func `signals stand on the words that raise them`(
    _ text: String, _ kind: String, _ words: [String]
  ) {
    #expect(reader.customer(text).words(kind, in: text) == words)
  }

  @Test func `the bare noun weighs less than the threat`() {
    let noun = reader.customer("我想投诉").heat
    let threat = reader.customer("再不处理我就投诉").heat
    #expect(noun.score > 0)
    #expect(threat.score > noun.score * 3 / 2)
  }

  @Test func `politeness words and capitals change nothing`() {
    #expect(
      reader.customer("请您查一下订单").heat.score == reader.customer("查一下订单").heat.score)
    let plain = reader.customer("My parcel is late").heat
    #expect(reader.customer("MY PARCEL IS LATE").heat.score == plain.score)
    #expect(reader.customer("My parcel is late!").heat.score == plain.score)
  }

  @Test func `capitals and marks count beside heated words only`() {
    let words = "You people lied to me about the refund"
    let plain = reader.customer(words).heat.score
    let shouted = reader.customer(words.uppercased())
    #expect(shouted.heat.score > plain)
    #expect(shouted.words("shouting", in: words.uppercased()) == [words.uppercased()])
    #expect(reader.customer(words + "!").heat.score > plain)
    let kind = "Thank you all, I LOVE IT"
    #expect(reader.customer(kind).words("shouting", in: kind) == [])
    #expect(reader.customer(kind + "!").heat.score == reader.customer(kind).heat.score)
    let short = "You people lied to me about the DVD and the GPS"
    #expect(reader.customer(short).words("shouting", in: short) == [])
  }

  @Test func `grievances alone make nobody explosive`() {
    let many = "等了三个月，打了五次电话，从来没有人理，到底凭什么，太过分了，太离谱了，你们根本在敷衍"
    #expect(reader.customer(many).heat.level == .angry)
    #expect(reader.customer(many + "，再不处理我就去法院告你们").heat.level == .explosive)
  }

  @Test func `a sentence said twice in a row insists`() {
    let text = "退钱！退钱！你们这些骗子"
    #expect(reader.customer(text).words("repeats_earlier", in: text) == ["退钱"])
    #expect(reader.customer("好的。好的。").words("repeats_earlier", in: "好的。好的。") == [])
  }

  @Test(arguments: [
    ("Forget it. I'm going to my bank, and everyone I know will hear about this.", HeatLevel.angry),
    ("真的謝謝你們喔", .uneasy),
    ("真的謝謝你們喔，讓我在雨裡站了一個小時。", .angry),
    ("Thank you so much for ruining our anniversary.", .uneasy),
    ("我要的是解决，不是听你念规定", .uneasy),
    ("You've had your chance. I'll smash that machine on your counter.", .angry),
    ("信不信我现在就去砸了你们的店", .angry),
    ("感謝貴司的極速物流，三天前就說配送中，我猜司機是騎腳踏車環島順便送我的貨對吧？", .angry),
    ("當著全班的面叫我女兒站起來問，她回家哭到不想去上學", .uneasy),
    ("Respected leaders, thanks very much for reading my post. Should you apologise?", .uneasy),
  ])
  func `quiet anger, sarcasm and deeds are not calm`(_ text: String, _ least: HeatLevel) {
    let heat = reader.customer(text).heat
    #expect(heat.level >= least, "\(heat)")
  }

  @Test(arguments: [
    (
      "I am not unreasonable, but I did a lot of useless work and I am just a little angry. "
        + "Hope you can understand.", HeatLevel.uneasy...(.angry)
    ),
    (
      "yes! its a brand new laptop! I am really worried. Please tell me what happened? "
        + "Where is my laptop gone!!!!", .uneasy...(.angry)
    ),
    (
      "The dent is huge! and i dont even know if it works! i'm so freaking mad!!",
      .angry...(.angry)
    ),
    (
      "We've been without hot water for 6 days with a newborn. You keep fobbing me off.",
      .angry...(.angry)
    ),
    (
      "You sent me a squashed box with someone else's name on it. Thanks a lot.",
      .uneasy...(.angry)
    ),
    ("I didn't quite catch that.", .calm...(.calm)),
    ("My money back would do.", .calm...(.calm)),
    ("My broadband has been off for three days.", .uneasy...(.uneasy)),
    ("了解個屁，是要了解到我合約到期喔", .angry...(.explosive)),
    ("拎北今天就要用手機", .angry...(.explosive)),
    ("請於三日內以書面說明，逾期本人將向主管機關申訴並保留法律追訴權。", .angry...(.angry)),
    (
      "If I do not receive a written response within seven days, I shall refer this matter to the "
        + "ombudsman.", .angry...(.angry)
    ),
    ("退錢給我就好", .calm...(.calm)),
    ("你打給我就好", .calm...(.calm)),
    ("直接把钱退我就行", .calm...(.calm)),
    ("对，是这样。别再打电话催了。", .calm...(.calm)),
    ("吹風機冒煙了，還有火花，怎麼辦", .uneasy...(.uneasy)),
    ("又是“尽快”，上回也是这么说的", .uneasy...(.angry)),
  ])
  func `loud words are weighed with what stands beside them`(
    _ text: String, _ levels: ClosedRange<HeatLevel>
  ) {
    let heat = reader.customer(text).heat
    #expect(levels.contains(heat.level), "\(heat)")
  }

  @Test(arguments: [
    "我跟鄰居同一分鐘下單", "請問哪一天會到", "漫遊費每天199元嗎", "我请了半天假在家等师傅", "6月17日办的宽带",
    "去年买的洗衣机", "一分钟就好，我找一下订单号", "洗衣機漏得到處都是水", "@成都用户 请问宽带怎么报修",
    "请问你们晚上有加班抢修吗", "There is a big demand for this model.",
  ])
  func `plain words are no signal`(_ text: String) {
    let signals = reader.customer(text).heat.signals
    #expect(!signals.contains { $0.weight > 0 && !["wording", "long_turn"].contains($0.kind) })
  }

  @Test(arguments: [
    ("I've been on hold for twenty-five minutes.", "elapsed", ["on hold", "twenty-five minutes"]),
    ("你将要失去你的用户了", "insult", []),
    ("去你的尽快", "insult", ["去你的"]),
    ("你們要不要拿出證據來", "contempt", []),
    ("这质量太差了 @USER", "shouting", []),
    ("You people lied to me @SHOP", "shouting", []),
    ("You people LIED to me", "shouting", ["LIED"]),
    ("Hello! You people lied to me", "doubled_exclamation", []),
    ("等了四十分钟", "elapsed", ["等了四十分钟"]),
    ("I waited half a month.", "elapsed", ["waited", "half a month"]),
    ("本以为还不错，拿到手就是一个二手货！", "worry", []),
    ("我媽的胰島素要冰欸！不要再修了", "insult", []),
    ("他妈的还不处理", "insult", ["他妈"]),
    ("我tm就欠费了两毛钱你就停机，你丫是有多抠门", "insult", ["我tm", "你丫"]),
    ("孩子玩我手机，打了客服同意给我退费！", "demand", []),
    ("现在联通很完蛋，迁户必须人到，屁事很多", "contempt", ["很完蛋", "屁事很"]),
  ])
  func `words are cut where words end`(_ text: String, _ kind: String, _ words: [String]) {
    #expect(reader.customer(text).words(kind, in: text) == words)
  }

  @Test(arguments: [
    "真的謝謝你們", "Oh lovely, thanks!", "你们几点开门", "麻烦您，我等着", "I'm going to your shop on Friday.",
    "收到了，原来是这样", "這個能配嗎", "Could you help me choose a laptop?", "我要投诉走什么流程",
    "Is the anger management course still running?", "之前很生气，现在弄好了",
    "手机在充电的时候会漏电么", "I took it out immediately and dried it.",
    "I am afraid to break the fibre, can you move it?",
  ])
  func `what only sounds hot stays calm`(_ text: String) {
    let heat = reader.customer(text).heat
    #expect(heat.level == .calm, "\(heat)")
  }

  @Test func `both scripts are as hot as each other`() throws {
    let hans = reader.customer("你们这些骗子，等了三个月，太过分了", language: .zhHans).heat
    let hant = reader.customer("你們這些騙子，等了三個月，太過分了", language: .zhHant).heat
    #expect(hans == hant)
    #expect(hans.score > 40)
  }

  @Test func `each further signal of a kind counts half`() {
    let weights = reader.customer("骗子 无耻 滚蛋 畜生 白痴 废物").heat.signals
      .filter { $0.kind == "insult" }.map(\.weight)
    #expect(weights == [34, 17, 8.5, 4.25])
  }

  @Test func `thanks beside anger are a courtesy`() {
    let calm = reader.customer("谢谢").heat.signals.first
    let hot = reader.customer("你们这些骗子，再不退钱我就投诉，谢谢").heat.signals
      .first { $0.kind == "thanks" }
    #expect(calm?.weight == -26)
    #expect(hot?.weight == -13)
  }

  @Test func `a sentence said again is noticed`() {
    let first = "My broadband has been down since Monday morning."
    let again = reader.customer(
      "As I wrote: my broadband has been down since monday morning!", earlier: [first])
    #expect(
      again.words(
        "repeats_earlier", in: "As I wrote: my broadband has been down since monday morning!"
      ).count == 1)
    let other = reader.customer("The engineer never came to the flat.", earlier: [first])
    #expect(other.heat.signals.allSatisfy { $0.kind != "repeats_earlier" })
    let chinese = reader.customer("宽带断了五天没人修！", earlier: ["你好", "寬帶斷了五天沒人修。"])
    #expect(chinese.heat.signals.contains { $0.kind == "repeats_earlier" })
    #expect(
      reader.customer("好的", earlier: ["好的"]).heat.signals
        .allSatisfy { $0.kind != "repeats_earlier" })
  }

  @Test(arguments: [
    ("我很着急，明天就要用", Mood.anxious),
    ("I'm worried it won't arrive in time", .anxious),
    ("看不懂这张账单", .puzzled),
    ("I don't understand this bill", .puzzled),
    ("你们这些骗子，等了三个月，太过分了", .dissatisfied),
    ("This is ridiculous, you people lied to me", .dissatisfied),
    ("請問可以改地址嗎", .seekingHelp),
    ("Can I change the address?", .seekingHelp),
    ("", .seekingHelp),
  ])
  func `the mood is read between the lines`(_ text: String, _ mood: Mood) {
    #expect(reader.customer(text).heat.mood == mood)
  }

  @Test(arguments: [
    "手机昨天下午被偷了，我知道圈你们也没有用，但我就是好伤心啊",
    "我剛接到一通電話說是你們銀行的，我已經轉了三萬出去了，手一直在抖，怎麼辦怎麼辦",
    "做完臉腫起來又起水泡，我很怕會留疤",
  ])
  func `grief and fear are not anger`(_ text: String) {
    #expect(reader.customer(text).heat.level == .uneasy)
  }

  @Test func `levels begin where they say`() {
    let floors = Reader.levelFloors
    #expect(Reader.level(of: 0) == .calm)
    #expect(Reader.level(of: floors.uneasy - 1) == .calm)
    #expect(Reader.level(of: floors.uneasy) == .uneasy)
    #expect(Reader.level(of: floors.angry - 1) == .uneasy)
    #expect(Reader.level(of: floors.angry) == .angry)
    #expect(Reader.level(of: floors.explosive - 1) == .angry)
    #expect(Reader.level(of: floors.explosive) == .explosive)
    #expect(Reader.level(of: 100) == .explosive)
  }
}
