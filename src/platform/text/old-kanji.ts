/**
 * Pairs "old new" for search keys. A key may be coarser than a character table: 斎 and 斉 are different characters, but a
 * caller's さいとう is found by either. Targets are never sources (tested), so folding twice changes nothing.
 */

/** 常用漢字表（平成22年内閣告示第2号）: the forms in brackets, 康熙字典体. Compatibility ideographs are left to NFKC. */
const jouyou = `
亞亜 惡悪 壓圧 圍囲 醫医 爲為 壹壱 隱隠 榮栄 營営 衞衛 驛駅 圓円 鹽塩 緣縁 艷艶 應応 歐欧 毆殴 櫻桜 奧奥 橫横 溫温 穩穏
假仮 價価 畫画 會会 繪絵 壞壊 懷懐 擴拡 殼殻 覺覚 學学 嶽岳 樂楽 渴渇 罐缶 卷巻 陷陥 勸勧 寬寛 關関 歡歓 觀観 氣気 歸帰
僞偽 戲戯 犧犠 舊旧 據拠 擧挙 虛虚 峽峡 挾挟 狹狭 鄕郷 曉暁 區区 驅駆 勳勲 薰薫 徑径 莖茎 惠恵 揭掲 溪渓 經経 螢蛍 輕軽
繼継 鷄鶏 藝芸 擊撃 缺欠 硏研 縣県 儉倹 劍剣 險険 圈圏 檢検 獻献 權権 顯顕 驗験 嚴厳 廣広 效効 恆恒 黃黄 鑛鉱 號号 國国
黑黒 碎砕 濟済 劑剤 雜雑 參参 棧桟 蠶蚕 慘惨 贊賛 殘残 絲糸 齒歯 兒児 辭辞 濕湿 實実 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣
縱縦 肅粛 處処 敍叙 將将 稱称 涉渉 燒焼 證証 奬奨 條条 狀状 乘乗 淨浄 剩剰 疊畳 繩縄 壤壌 孃嬢 讓譲 釀醸 觸触 囑嘱 眞真
寢寝 愼慎 盡尽 圖図 粹粋 醉酔 穗穂 隨随 髓髄 樞枢 數数 瀨瀬 聲声 靜静 竊窃 攝摂 專専 淺浅 戰戦 踐践 錢銭 潛潜 纖繊 禪禅
雙双 壯壮 爭争 莊荘 搜捜 插挿 巢巣 曾曽 瘦痩 裝装 總総 騷騒 增増 藏蔵 臟臓 卽即 屬属 續続 墮堕 對対 體体 帶帯 滯滞 臺台
瀧滝 擇択 澤沢 擔担 單単 膽胆 團団 斷断 彈弾 遲遅 癡痴 蟲虫 晝昼 鑄鋳 廳庁 徵徴 聽聴 敕勅 鎭鎮 遞逓 鐵鉄 點点 轉転 傳伝
燈灯 當当 黨党 盜盗 稻稲 鬭闘 德徳 獨独 讀読 屆届 貳弐 惱悩 腦脳 霸覇 拜拝 廢廃 賣売 麥麦 發発 髮髪 拔抜 蠻蛮 祕秘 濱浜
甁瓶 拂払 佛仏 倂併 竝並 變変 邊辺 辨弁 瓣弁 辯弁 步歩 寶宝 豐豊 襃褒 飜翻 每毎 萬万 滿満 麵麺 默黙 彌弥 譯訳 藥薬 與与
豫予 餘余 譽誉 搖揺 樣様 謠謡 來来 賴頼 亂乱 覽覧 龍竜 兩両 獵猟 綠緑 淚涙 壘塁 禮礼 勵励 戾戻 靈霊 齡齢 曆暦 歷歴 戀恋
爐炉 勞労 樓楼 錄録 灣湾 齋斉 齊斉 龜亀 旣既`

/** 人名用漢字 and other spellings of one name that partners and callers mix. Our own choice. */
const names = `
髙高 﨑崎 嵜崎 﨏峪 邉辺 濵浜 斎斉 𠮷吉 冨富 嶋島 嶌島 嶹島 靍鶴 靏鶴 曻昇 桒桑 栁柳 槗橋 𣘺橋 淸清 渕淵 籔薮 藪薮 薗園
逹達 釼剣 劔剣 劒剣 剱剣 劎剣 靑青 穎頴 麴麹 槇槙 檜桧 舘館 埜野 穐秋 舩船 蔣蒋 俠侠 凛凜 堯尭 遙遥 瑤瑶 彥彦 產産 晉晋
祿禄 穰穣 吳呉 內内 巖巌 尙尚 鷗鴎 昻昂 敎教 晚晩 栢柏 飮飲 剝剥 悅悦 戶戸 歲歳 稅税 絕絶 說説 銳鋭 閒間 閱閲 頰頬 顏顔
緖緒 鄰隣 曺曹 鬪闘 濶闊 翆翠 讚讃 壻婿 枩松 柗松 凉涼 峯峰 皋皐 蘓蘇 甦蘇 眾衆 纎繊 躰体 軆体 圀国
壷壺 桺柳 楳梅 灋法 煕熙 暎映 昿曠 廸迪 冝宜 寳宝 泪涙 塲場 嵓巌 巗巌 垩堊 菴庵 葊庵 鹼鹸 礒磯 靭靱 鴬鶯`

function readPairs(text: string): [string, string][] {
  const pairs = text
    .trim()
    .split(/\s+/)
    .map((pair) => [...pair])
  return pairs.flatMap(([from, to]) => (from && to && from !== to ? [[from, to] as [string, string]] : []))
}

export const oldToNew: ReadonlyMap<string, string> = new Map([...readPairs(jouyou), ...readPairs(names)])
export const jouyouPairs: readonly [string, string][] = readPairs(jouyou)
