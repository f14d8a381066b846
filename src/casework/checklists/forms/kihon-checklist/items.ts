import type { Confidence } from '../../../../law/types.ts'

/** 1 to 25, as printed. Items are compared by number, never by their text (買い物/買物, 6ヶ月/6ヵ月 exist in the wild). */
export type ItemNumber = QuestionNumber | typeof BMI_ITEM
export type QuestionNumber =
  // biome-ignore format: one row for each domain of the form
  1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25

/** No.12 is height and weight, no yes/no question. */
export const BMI_ITEM = 12

export type ItemDomain = 'daily' | 'motor' | 'nutrition' | 'oral' | 'seclusion' | 'cognition' | 'depression'

export type YesNo = 'yes' | 'no'

/** One yes/no row of 様式第一. */
export interface Question {
  kind: 'question'
  no: QuestionNumber
  wording: string
  domain: ItemDomain
  /** the number printed before はい and before いいえ on this row */
  paperNumber: Readonly<Record<YesNo, 0 | 1>>
  /** the answer that gives the point */
  scoresWhen: YesNo
}

/** The row of height and weight; scores by the BMI (CHK-02). */
export interface MeasuredItem {
  kind: 'measured'
  no: typeof BMI_ITEM
  wording: string
  note: string
  /** of the note alone: it was not on the form that was read */
  noteConfidence: Confidence
  domain: 'nutrition'
}

export type Item = Question | MeasuredItem

/** 「0.はい 1.いいえ」: a healthy yes, so いいえ scores. */
const reversed = (no: QuestionNumber, domain: ItemDomain, wording: string): Question => ({
  kind: 'question',
  no,
  wording,
  domain,
  paperNumber: { yes: 0, no: 1 },
  scoresWhen: 'no',
})

/** 「1.はい 0.いいえ」: はい scores. */
const straight = (no: QuestionNumber, domain: ItemDomain, wording: string): Question => ({
  kind: 'question',
  no,
  wording,
  domain,
  paperNumber: { yes: 1, no: 0 },
  scoresWhen: 'yes',
})

/** The 25 rows in the order of the paper. Numerals half width; the official print has them full width. */
export const items: readonly Item[] = [
  reversed(1, 'daily', 'バスや電車で1人で外出していますか'),
  reversed(2, 'daily', '日用品の買物をしていますか'),
  reversed(3, 'daily', '預貯金の出し入れをしていますか'),
  reversed(4, 'daily', '友人の家を訪ねていますか'),
  reversed(5, 'daily', '家族や友人の相談にのっていますか'),
  reversed(6, 'motor', '階段を手すりや壁をつたわらずに昇っていますか'),
  reversed(7, 'motor', '椅子に座った状態から何もつかまらずに立ち上がっていますか'),
  reversed(8, 'motor', '15分位続けて歩いていますか'),
  straight(9, 'motor', 'この1年間に転んだことがありますか'),
  straight(10, 'motor', '転倒に対する不安は大きいですか'),
  straight(11, 'nutrition', '6ヵ月間で2～3kg以上の体重減少がありましたか'),
  {
    kind: 'measured',
    no: BMI_ITEM,
    wording: '身長　　　cm　体重　　　kg（BMI＝　　　）（注）',
    note: 'BMI（＝体重（kg）÷身長（m）÷身長（m））が18.5未満の場合に該当とする。',
    noteConfidence: 'recalled',
    domain: 'nutrition',
  },
  straight(13, 'oral', '半年前に比べて固いものが食べにくくなりましたか'),
  straight(14, 'oral', 'お茶や汁物等でむせることがありますか'),
  straight(15, 'oral', '口の渇きが気になりますか'),
  reversed(16, 'seclusion', '週に1回以上は外出していますか'),
  straight(17, 'seclusion', '昨年と比べて外出の回数が減っていますか'),
  straight(18, 'cognition', '周りの人から「いつも同じ事を聞く」などの物忘れがあると言われますか'),
  reversed(19, 'cognition', '自分で電話番号を調べて、電話をかけることをしていますか'),
  straight(20, 'cognition', '今日が何月何日かわからない時がありますか'),
  straight(21, 'depression', '（ここ2週間）毎日の生活に充実感がない'),
  straight(22, 'depression', '（ここ2週間）これまで楽しんでやれていたことが楽しめなくなった'),
  straight(23, 'depression', '（ここ2週間）以前は楽にできていたことが今ではおっくうに感じられる'),
  straight(24, 'depression', '（ここ2週間）自分が役に立つ人間だと思えない'),
  straight(25, 'depression', '（ここ2週間）わけもなく疲れたような感じがする'),
]
