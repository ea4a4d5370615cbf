/// One complaint in each language through all six steps, in words that meet every gate by
/// themselves.
enum SixStepWalks {
  static let all = [english, simplified, traditional]

  static let english = Walk(
    language: "en",
    values: [
      "problem": "order QW-48213 is three days late and two calls were cut off",
      "demand": "the parcel by Saturday", "order": "QW-48213",
      "option_a": "a second parcel by courier", "due_a": "noon on Saturday",
      "option_b": "a full refund", "due_b": "6 pm on Friday", "ref": "C-1001", "agent": "Dan",
    ],
    sittings: [
      .init(
        now: "2026-11-26T09:00:00Z",
        lines: #"""
          {"do":"open","id":"en","lang":"en","customer":{"name":"Ms Reed","email":"h.reed@example.com"},"turns":[{"from":"customer","text":"Order QW-48213 was meant to come on Monday. It's Thursday. I've rung twice and been cut off twice, and nobody can tell me where it is. This is ridiculous."}]}
          {"do":"claim"}
          {"do":"send","text":"I've read every word, and I'm sorry it has come to this. Please carry on; I'm noting it all down."}
          {"do":"receive","text":"There isn't much more to say. When will my parcel get here?"}
          {"do":"set","field":"problem","value":"order QW-48213 is three days late and two calls were cut off"}
          {"do":"set","field":"demand","value":"the parcel by Saturday"}
          {"do":"advance","to":"apologise"}
          {"do":"send","text":"You were cut off twice while nobody could tell you anything. I'd be angry too, and I'm sorry."}
          {"do":"send","phrase":"say_back.chat"}
          {"do":"receive","text":"Yes, that's it exactly."}
          {"do":"advance","to":"collect"}
          {"do":"set","field":"order","value":"QW-48213"}
          {"do":"send","phrase":"read_back.chat"}
          {"do":"send","phrase":"question.own_idea"}
          {"do":"receive","text":"Nothing to add. Send me another one by courier, if you ask me."}
          {"do":"advance","to":"solve"}
          {"do":"offer","options":[{"remedy":"exchange","what":"a second parcel by courier","due":"2026-11-28T12:00:00Z"},{"remedy":"refund","what":"a full refund","amount":"USD 24","due":"2026-11-27T18:00:00Z"}]}
          {"do":"send","phrase":"offer.two_chat"}
          {"do":"receive","text":"The courier, please. Saturday works for me."}
          {"do":"answer","accepted":true,"option":1,"words":"The courier, please. Saturday works for me."}
          {"do":"advance","to":"follow_up"}
          {"do":"follow_up","due":"2026-11-28T15:00:00Z","channel":"chat"}
          {"do":"send","text":"It's booked. I'll message you on Saturday afternoon to make sure it came."}
          """#),
      .init(
        now: "2026-11-28T15:00:00Z",
        lines: #"""
          {"do":"send","text":"Hello Ms Reed, it's Saturday afternoon. Did the parcel come, and is everything in it?"}
          {"do":"receive","text":"It came at ten, all fine. Thank you."}
          {"do":"keep_promise"}
          {"do":"follow_up","done":true,"outcome":"fixed"}
          {"do":"send","phrase":"closing.solved_chat"}
          {"do":"survey","score":5,"words":"It came at ten, all fine."}
          {"do":"close","reason":"satisfied"}
          """#),
    ])

  static let simplified = Walk(
    language: "zh-Hans",
    values: [
      "problem": "订单88213047晚了三天，打了两次电话都没说清货在哪儿", "demand": "周六前收到货",
      "order": "88213047", "option_a": "再发一件加急的", "due_a": "周六中午12点",
      "option_b": "全额退款", "due_b": "周五下午6点", "ref": "C-1001", "agent": "小李",
    ],
    sittings: [
      .init(
        now: "2026-11-26T09:00:00Z",
        lines: #"""
          {"do":"open","id":"hans","lang":"zh-Hans","customer":{"name":"王女士","phone":"13900001234"},"turns":[{"from":"customer","text":"订单 88213047 说好周一送到，今天都周四了。打了两次电话都没人能说清楚货在哪儿，你们到底管不管？"}]}
          {"do":"claim"}
          {"do":"send","text":"您发的我都看了，让您等到今天还没个准话，真对不起。您接着说，我边看边记。"}
          {"do":"receive","text":"也没别的了，就想知道货到底什么时候能到。"}
          {"do":"set","field":"problem","value":"订单88213047晚了三天，打了两次电话都没说清货在哪儿"}
          {"do":"set","field":"demand","value":"周六前收到货"}
          {"do":"advance","to":"apologise"}
          {"do":"send","text":"打了两次电话都没问出结果，换谁都得着急，这件事我向您道歉。"}
          {"do":"send","phrase":"say_back.chat"}
          {"do":"receive","text":"对，就是这样。"}
          {"do":"advance","to":"collect"}
          {"do":"set","field":"order","value":"88213047"}
          {"do":"send","phrase":"read_back.chat"}
          {"do":"send","phrase":"question.own_idea"}
          {"do":"receive","text":"没有要补的。给我加急再发一件就行。"}
          {"do":"advance","to":"solve"}
          {"do":"offer","options":[{"remedy":"exchange","what":"再发一件加急的","due":"2026-11-28T04:00:00Z"},{"remedy":"refund","what":"全额退款","amount":"CNY 89","due":"2026-11-27T10:00:00Z"}]}
          {"do":"send","phrase":"offer.two_chat"}
          {"do":"receive","text":"那就再发一件吧，周六上午我在家。"}
          {"do":"answer","accepted":true,"option":1,"words":"那就再发一件吧，周六上午我在家。"}
          {"do":"advance","to":"follow_up"}
          {"do":"follow_up","due":"2026-11-28T07:00:00Z","channel":"chat"}
          {"do":"send","text":"单子已经下了。周六下午3点我来问您收到没有。"}
          """#),
      .init(
        now: "2026-11-28T07:00:00Z",
        lines: #"""
          {"do":"send","text":"王女士，说好今天下午来问您：货收到了吗？有没有别的问题？"}
          {"do":"receive","text":"上午收到了，没问题，谢谢你。"}
          {"do":"keep_promise"}
          {"do":"follow_up","done":true,"outcome":"fixed"}
          {"do":"send","phrase":"closing.solved_chat"}
          {"do":"survey","score":5,"words":"上午收到了，没问题"}
          {"do":"close","reason":"satisfied"}
          """#),
    ])

  static let traditional = Walk(
    language: "zh-Hant",
    values: [
      "problem": "訂單 TW-771204 晚了三天還沒到，打了兩次電話都問不到東西在哪裡",
      "demand": "星期六以前收到", "order": "TW-771204", "option_a": "改用快遞再寄一份",
      "due_a": "星期六中午", "option_b": "全額退款", "due_b": "星期五下午 6 點", "ref": "C-1001",
      "agent": "小陳",
    ],
    sittings: [
      .init(
        now: "2026-11-26T09:00:00Z",
        lines: #"""
          {"do":"open","id":"hant","lang":"zh-Hant","customer":{"name":"林小姐","phone":"0912345678"},"turns":[{"from":"customer","text":"訂單 TW-771204 說好星期一到貨，今天都星期四了。我打了兩次電話，沒有人講得清楚東西在哪裡，你們到底有沒有在處理？"}]}
          {"do":"claim"}
          {"do":"send","text":"您傳的訊息我都看完了，讓您等到今天還沒有消息，真的很抱歉。您請繼續說，我都會記下來。"}
          {"do":"receive","text":"就這樣，我只想知道什麼時候會到。"}
          {"do":"set","field":"problem","value":"訂單 TW-771204 晚了三天還沒到，打了兩次電話都問不到東西在哪裡"}
          {"do":"set","field":"demand","value":"星期六以前收到"}
          {"do":"advance","to":"apologise"}
          {"do":"send","text":"打了兩次電話都問不到結果，換成是我也會生氣，這件事跟您說聲對不起。"}
          {"do":"send","phrase":"say_back.chat"}
          {"do":"receive","text":"對，就是這樣。"}
          {"do":"advance","to":"collect"}
          {"do":"set","field":"order","value":"TW-771204"}
          {"do":"send","phrase":"read_back.chat"}
          {"do":"send","phrase":"question.own_idea"}
          {"do":"receive","text":"都對。再寄一份快遞給我就好。"}
          {"do":"advance","to":"solve"}
          {"do":"offer","options":[{"remedy":"exchange","what":"改用快遞再寄一份","due":"2026-11-28T04:00:00Z"},{"remedy":"refund","what":"全額退款","amount":"TWD 890","due":"2026-11-27T10:00:00Z"}]}
          {"do":"send","phrase":"offer.two_chat"}
          {"do":"receive","text":"A，星期六早上我在家。"}
          {"do":"answer","accepted":true,"option":1,"words":"A，星期六早上我在家。"}
          {"do":"advance","to":"follow_up"}
          {"do":"follow_up","due":"2026-11-28T07:00:00Z","channel":"chat"}
          {"do":"send","text":"已經安排好了。星期六下午 3 點我再來問您有沒有收到。"}
          """#),
      .init(
        now: "2026-11-28T07:00:00Z",
        lines: #"""
          {"do":"send","text":"林小姐您好，跟您約好今天下午聯絡：東西收到了嗎？有沒有其他狀況？"}
          {"do":"receive","text":"早上收到了，沒有問題，謝謝您。"}
          {"do":"keep_promise"}
          {"do":"follow_up","done":true,"outcome":"fixed"}
          {"do":"send","phrase":"closing.solved_chat"}
          {"do":"survey","score":5,"words":"早上收到了，沒有問題"}
          {"do":"close","reason":"satisfied"}
          """#),
    ])
}
