/** How 0 and 1 are meant in a file; declared in the file itself, never guessed. */
export type FileCoding = 'paperNumber' | 'yesNo'

export const CODING_HEADING = '記入方式'
/** What is written under 記入方式. */
export const CODING_WORDS: Readonly<Record<FileCoding, string>> = {
  paperNumber: '用紙の数字',
  yesNo: 'はい=1',
}
/** Other spellings, folded (NFKC, without blanks). */
const SPELLINGS: Readonly<Record<string, FileCoding>> = {
  用紙の数字: 'paperNumber',
  用紙で丸を付けた数字: 'paperNumber',
  'はい=1': 'yesNo',
  '1=はい': 'yesNo',
  'はい=1、いいえ=0': 'yesNo',
  '1=はい、0=いいえ(全項目)': 'yesNo',
}

/** '' → blank; undefined: a word that is none of ours. */
export function readCoding(cell: string): FileCoding | 'blank' | undefined {
  const text = cell.normalize('NFKC').replace(/\s/gu, '')
  return text === '' ? 'blank' : SPELLINGS[text]
}

/** The 24 yes/no rows by number; 12 is height and weight. */
export const questionNumbers: readonly number[] = Array.from({ length: 25 }, (_, at) => at + 1).filter(
  (no) => no !== 12,
)
export const answerHeading = (no: number) => `No.${no}`

/** Words of 実施方法 and 回答者. */
export const METHOD_WORDS = ['面接', '訪問', '郵送', '電話', 'その他'] as const
export const RESPONDENT_WORDS = ['本人', '家族', '本人と家族', 'その他'] as const

const PERSON = ['被保険者番号', '宛名番号', '生年月日', 'フリガナ'] as const
const CIRCUMSTANCES = ['実施方法', '回答者', '所要時間（分）', '備考', '職員番号'] as const
export type Column =
  | typeof CODING_HEADING
  | (typeof PERSON)[number]
  | (typeof CIRCUMSTANCES)[number]
  | '実施日'
  | '身長（cm）'
  | '体重（kg）'
  | `No.${number}`

const answers = questionNumbers.map((no) => `No.${no}` as const)

/** Headings in the order in which a template and an export have them. */
export const headings: readonly Column[] = [
  CODING_HEADING,
  ...PERSON,
  '実施日',
  '実施方法',
  '回答者',
  ...answers.slice(0, 11),
  '身長（cm）',
  '体重（kg）',
  ...answers.slice(11),
  '所要時間（分）',
  '備考',
  '職員番号',
]

/** Stand in an export and are not read: a judgement is computed anew, never taken over. */
export const RESULT_HEADINGS = [
  '判定案',
  '該当した基準',
  '判定できない基準',
  '合計点',
  '不明の数',
  '確認した判定',
  '実施者',
  '担当センター',
  '圏域',
  '取り下げ',
] as const

export const columnNames = {
  required: ['実施日', '身長（cm）', '体重（kg）', ...answers] as const satisfies readonly Column[],
  optional: [CODING_HEADING, ...PERSON, ...CIRCUMSTANCES] as const satisfies readonly Column[],
  ignored: ['氏名', ...RESULT_HEADINGS],
  synonyms: {
    身長: '身長（cm）',
    体重: '体重（kg）',
    氏名カナ: 'フリガナ',
    所要時間: '所要時間（分）',
    ...Object.fromEntries(
      questionNumbers.flatMap((no) => [
        [String(no), `No.${no}`],
        [`No${no}`, `No.${no}`],
        [`問${no}`, `No.${no}`],
      ]),
    ),
  } as Readonly<Record<string, Column>>,
}

/** One sheet of a file. What the answers mean is said by the area, under `coding`. */
export interface ChecklistFileRow {
  coding: FileCoding
  insuredNumber: string | null
  residentNumber: string | null
  /** YYYY-MM-DD */
  birthOn: string | null
  kana: string | null
  answeredOn: string
  /** a word of METHOD_WORDS */
  method: (typeof METHOD_WORDS)[number]
  respondent: (typeof RESPONDENT_WORDS)[number] | null
  /** by item number: '0' '1' 'はい' 'いいえ' '回答拒否' ''; the words only under `yesNo` */
  cells: Readonly<Record<number, string>>
  /** 0.01 cm, 0.01 kg */
  height: number | null
  weight: number | null
  minutes: number | null
  note: string | null
  staffNumber: string | null
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}
