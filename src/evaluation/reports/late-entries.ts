import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { journalKindLabel } from '../../platform/journal/index.ts'
import { load, submittedFacts } from './load.ts'
import { centreIdOf } from './reach.ts'
import { rowsFor } from './records.ts'
import type { Fact } from './rules/fact.ts'
import { type ChangedField, type LateEntry, lateEntries } from './rules/late.ts'
import { lastDay, type Month } from './rules/month.ts'
import type { LateEntries } from './schema.ts'

/** More than a report can explain; the figures themselves stay right. */
const MOST_ROWS = 500

interface Trace {
  journal_id: string
  at: string | null
  staff_name: string | null
  now_day: string | null
  is_withdrawn: boolean
  is_new: boolean | null
}

const FIELD_WORDS: Readonly<Record<ChangedField, string>> = {
  day: '日',
  kind: '業務の種類',
  count: '数',
  minutes: '時間',
  centre: 'センター',
  area: '圏域',
  town: '町',
  person: '対象者（統合・訂正）',
  worker: '職員・職種',
  contact: '相談の内容',
}

/**
 * 確定後の変更: every piece of work that was added, changed, withdrawn or moved since the newest version was submitted, by whom and
 * when. @throws 404 when nothing was submitted
 */
export async function lateEntriesOf(work: Work, unit: string, month: Month): Promise<LateEntries> {
  const centreId = centreIdOf(work, unit)
  const loaded = await load(work, centreId, month)
  const { report } = loaded
  if (!report?.facts || !report.last_version_id) throw notFound()
  const frozen = submittedFacts(report.facts)
  const entries = lateEntries(frozen, loaded.facts).slice(0, MOST_ROWS)
  const facts = new Map([...frozen, ...loaded.facts].map((fact) => [fact.id, fact]))
  const of = (entry: LateEntry) => facts.get(entry.id) as Fact
  const [traces] = (await work.flight([
    {
      text: 'select * from evaluation.late_entry_traces($1::uuid, $2::uuid[])',
      values: [report.last_version_id, entries.map(({ id }) => id)],
    },
  ])) as [Trace[]]
  const rows = await rowsFor(work, entries.map(of))
  work.touched(...entries.flatMap(({ personId, formerPersonId }) => [personId, formerPersonId]))
  work.about('monthly-report', report.id, { month, late: entries.length })
  return {
    number: report.last_number,
    rows: entries.map((entry, n) => {
      const trace = traces.find(({ journal_id }) => journal_id === entry.id)
      return {
        journalId: entry.id,
        day: entry.day,
        kindLabel: journalKindLabel(entry.kind),
        change: entry.change,
        what: whatHappened(entry, trace, month),
        at: trace?.at ?? null,
        by: trace?.staff_name ?? null,
        person: rows[n]?.person ?? null,
        link: rows[n]?.link ?? null,
      }
    }),
  }
}

function whatHappened({ change, fields }: LateEntry, trace: Trace | undefined, month: Month): string {
  if (change === 'added')
    return trace?.is_new === false ? '別の月やセンターの記録から移った' : '確定後に記録された'
  if (change === 'changed') return `${fields.map((field) => FIELD_WORDS[field]).join('、')}が変わった`
  if (trace?.is_withdrawn) return '取り下げられた'
  const nowDay = trace?.now_day
  if (nowDay && (nowDay > lastDay(month) || nowDay.slice(0, 7) !== month)) return '日が別の月に直された'
  return nowDay ? '別のセンターの記録になった' : 'なくなった'
}
