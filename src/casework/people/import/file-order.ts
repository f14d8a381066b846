import { type InsuredPersonsFileName, parseFileName } from '../../../exchange/insured-persons/index.ts'
import { fileRefusal, type Refusal } from '../../../exchange/tabular/index.ts'

export type NamedFile = InsuredPersonsFileName & { name: string }

/** Files whose name is of the layout, oldest 作成日 first. Names that are not are refused by the reader. */
export function filesInOrder(names: Iterable<string>): NamedFile[] {
  const files = [...names].flatMap((name) => {
    const parsed = parseFileName(name)
    return parsed.ok ? [{ ...parsed.value, name }] : []
  })
  return files.sort((a, b) =>
    a.createdOn === b.createdOn ? (a.name < b.name ? -1 : 1) : a.createdOn < b.createdOn ? -1 : 1,
  )
}

export interface Expected {
  /** 保険者番号 of the insurer that takes the files in */
  insurerNumber: string
  /** 作成日 of the latest file that was taken in; null: none yet */
  lastCreatedOn: string | null
  today: string
}

/** Whether these files may be taken in now: the right insurer, no day to come, nothing older than what is in already. */
export function refuseFiles(files: readonly NamedFile[], expected: Expected): Refusal[] {
  const full = files.filter((file) => file.kind === 'full')
  const mixed =
    full.length > 0 && files.length > 1
      ? [
          fileRefusal(
            files[1]!.name,
            'file.mixed',
            '全件のファイルが、ほかのファイルと一緒に選ばれています。',
            '全件は一つだけを選んでください。差分は、全件のあとに日付の順で読み込みます。',
          ),
        ]
      : []
  return [...mixed, ...files.flatMap((file) => refuseFile(file, expected))]
}

function refuseFile(
  { name, insurerNumber, createdOn }: NamedFile,
  { insurerNumber: own, lastCreatedOn, today }: Expected,
): Refusal[] {
  if (insurerNumber !== own) {
    return [
      fileRefusal(
        name,
        'file.other-insurer',
        `ファイル名の保険者番号 ${insurerNumber} は、この保険者（${own}）のものではありません。`,
        '正しい保険者のファイルか確かめてください。',
      ),
    ]
  }
  if (createdOn > today) {
    return [
      fileRefusal(
        name,
        'file.future',
        `ファイル名の作成日 ${createdOn} は、今日より後です。`,
        '基幹システムの日付を確かめて、出し直してください。',
      ),
    ]
  }
  if (lastCreatedOn !== null && createdOn < lastCreatedOn) {
    return [
      fileRefusal(
        name,
        'file.older',
        `ファイル名の作成日 ${createdOn} は、すでに読み込んだファイル（${lastCreatedOn}）より前です。読み込むと古い内容に戻ってしまいます。`,
        'いちばん新しいファイルを読み込んでください。抜けた日があるときは、全件を出し直してください。',
      ),
    ]
  }
  return []
}

/** Days between the file before and these, when some may be missing: more than a week-end and a holiday. */
export function gapDays(files: readonly NamedFile[], lastCreatedOn: string | null): number | null {
  const first = files[0]
  if (!first || first.kind === 'full' || lastCreatedOn === null) return null
  const days = Temporal.PlainDate.from(lastCreatedOn).until(first.createdOn).days
  return days > ALLOWED_GAP_DAYS ? days : null
}

/** Decided (our own choice, confidence 'decided'): Friday to Tuesday is usual, more is worth a look. */
const ALLOWED_GAP_DAYS = 4
