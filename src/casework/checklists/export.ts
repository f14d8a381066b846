import {
  answerHeading,
  CODING_WORDS,
  headings,
  questionNumbers,
  RESULT_HEADINGS,
} from '../../exchange/checklists/index.ts'
import type { SheetColumn } from '../../exchange/tabular/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import { CODINGS, type Coding, JUDGEMENTS, labelOf, METHODS, RESPONDENTS } from './codes.ts'
import { answersFrom } from './entry.ts'
import { criterionLabels } from './labels.ts'
import { orderBy, ROW_JOINS, whereOf } from './list.ts'
import { writeAnswers } from './rules/coding.ts'
import type { ChecklistFilter } from './schema.ts'

/** A year of a large city; more is a matter of reports. */
const MOST_ROWS = 10_000
/** Rows of an empty template, each with its coding. */
const TEMPLATE_ROWS = 200

const COLUMNS: readonly SheetColumn[] = [
  ...headings.flatMap((heading) => [
    ...(heading === 'フリガナ' ? [{ heading: '氏名', kind: 'text' as const }] : []),
    column(heading),
  ]),
  ...RESULT_HEADINGS.map(
    (heading): SheetColumn => ({
      heading,
      kind: heading === '合計点' || heading === '不明の数' ? 'number' : 'text',
      format: '0',
    }),
  ),
]

function column(heading: string): SheetColumn {
  if (heading === '生年月日' || heading === '実施日') return { heading, kind: 'date' }
  return heading === '所要時間（分）' ? { heading, kind: 'number', format: '0' } : { heading, kind: 'text' }
}

interface Stored {
  insuredNumber: string | null
  residentNumber: string | null
  birthOn: string | null
  name: string
  kana: string
  personId: string
  answeredOn: string
  method: string
  respondent: string | null
  answers: (string | null)[]
  height: number | null
  weight: number | null
  minutes: number | null
  note: string | null
  staffNumber: string | null
  judgement: string
  met: string[]
  undetermined: string[]
  known: number
  unknown: number
  confirmed: string | null
  staffName: string | null
  centreName: string | null
  areaName: string | null
  withdrawnAt: string | null
}

/**
 * The list as it is filtered on the screen, with the answers, as a file that can be read in again: every row declares the
 * coding of its cells. Everyone named in it stands in the audit line. @throws Problem 422 when it has too many rows
 */
export async function exportChecklists(
  work: Work,
  filter: ChecklistFilter,
  { format, coding }: { format: TableFormat; coding: Coding },
): Promise<TableFile> {
  const { conditions, values } = whereOf(work, filter)
  const [stored] = (await work.flight([
    {
      text: `select p.insured_number as "insuredNumber", p.resident_number as "residentNumber", p.birth_on as "birthOn", p.name,
          p.kana, c.person_id as "personId", c.answered_on as "answeredOn", c.method, c.respondent, c.answers,
          c.height_hundredths_cm as height, c.weight_hundredths_kg as weight, c.minutes, c.note,
          s.staff_number as "staffNumber", c.judgement, c.met, c.undetermined, c.known_points as known,
          c.unknown_points as unknown, c.confirmed_judgement as confirmed, s.name as "staffName",
          k.short_name as "centreName", a.name as "areaName", c.withdrawn_at as "withdrawnAt"
        from casework.checklist c ${ROW_JOINS} where ${conditions.join(' and ')}
        order by ${orderBy(filter)} limit ${MOST_ROWS + 1}`,
      values,
    },
  ])) as [Stored[]]
  if (stored.length > MOST_ROWS) throw tooMany()
  work.touched(...stored.map(({ personId }) => personId))
  work.about('checklist', undefined, { exported: stored.length, format, coding })
  const rows = stored.map((row) => cellsOf(row, coding))
  return tableFile(
    { name: '基本チェックリスト', columns: COLUMNS, rows, notes: notesOf(coding) },
    format,
    work.clock,
  )
}

/** An empty file to be filled in: its rows declare the coding already; rows left empty are not read. */
export function checklistTemplate(work: Work, format: TableFormat, coding: Coding): Promise<TableFile> {
  const columns = headings.map((heading) => ({ ...column(heading), kind: 'text' as const }))
  const rows = Array.from({ length: TEMPLATE_ROWS }, () =>
    headings.map((_, at) => (at === 0 ? CODING_WORDS[coding] : null)),
  )
  const name = `基本チェックリストひな形_${coding === 'paperNumber' ? '用紙の数字' : 'はいが1'}`
  return tableFile({ name, columns, rows, notes: notesOf(coding) }, format, work.clock)
}

const notesOf = (coding: Coding) => [
  `記入方式: ${labelOf(CODINGS, coding)}。ファイルの全行が同じ記入方式です。`,
  'No.12は身長と体重です。空欄は無回答、「回答拒否」は答えてもらえなかったことです。',
  '「チェックリスト非該当」は、要介護認定の非該当とは別のものです。登録は、届出を受けて市町村が行います。',
]

function cellsOf(row: Stored, coding: Coding): (string | number | null)[] {
  const answers = writeAnswers(coding, answersFrom(row.answers)) as Record<number, string>
  const own: Record<string, string | number | null> = {
    記入方式: CODING_WORDS[coding],
    被保険者番号: row.insuredNumber,
    宛名番号: row.residentNumber,
    生年月日: row.birthOn,
    氏名: row.name,
    フリガナ: row.kana,
    実施日: row.answeredOn,
    実施方法: labelOf(METHODS, row.method),
    回答者: row.respondent && labelOf(RESPONDENTS, row.respondent),
    '身長（cm）': decimal(row.height),
    '体重（kg）': decimal(row.weight),
    '所要時間（分）': row.minutes,
    備考: row.note,
    職員番号: row.staffNumber,
    判定案: labelOf(JUDGEMENTS, row.judgement),
    該当した基準: criterionLabels(row.met, row.answeredOn),
    判定できない基準: criterionLabels(row.undetermined, row.answeredOn),
    合計点: row.known,
    不明の数: row.unknown,
    確認した判定: row.confirmed && labelOf(JUDGEMENTS, row.confirmed),
    実施者: row.staffName,
    担当センター: row.centreName,
    圏域: row.areaName,
    取り下げ: row.withdrawnAt && '取り下げ',
  }
  for (const no of questionNumbers) own[answerHeading(no)] = answers[no] || null
  return COLUMNS.map(({ heading }) => own[heading] ?? null)
}

/** 15650 → '156.5' */
const decimal = (hundredths: number | null): string | null => {
  if (hundredths === null) return null
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0$/, '')
  return `${Math.floor(hundredths / 100)}.${rest}`
}

const tooMany = () =>
  new Problem('export.too-many', 422, '一度に書き出せるのは1万件までです', {
    detail: '期間やセンターで絞ってから、もう一度書き出してください。',
  })
