import type { Work } from '../../platform/database/work.ts'
import { type TableFile, type TableFormat, tableFile } from '../../platform/documents/index.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { Usage, UsageBody, UsageRow } from './schema.ts'

const LONGEST_MONTHS = 24

const ROWS = `
  select to_char(month, 'YYYY-MM') as month, centre_id as "centreId", centre_name as "centreName", staff_count as "staffCount",
    record_count as "recordCount", sign_in_count as "signInCount", refused_count as "refusedCount", job_count as "jobCount"
  from registers.usage_of($1::date, $2::date)`

/** Figures of the months from `from` to `to`, both included. @throws invalid */
export async function usageOf(work: Work, { from, to }: UsageBody): Promise<Usage> {
  const months = monthNumber(to) - monthNumber(from) + 1
  if (months < 1) {
    throw invalid([
      { path: 'to', code: 'order', message: '終わりの月が、始めの月より前です。選び直してください。' },
    ])
  }
  if (months > LONGEST_MONTHS) {
    const message = `一度に見られるのは${LONGEST_MONTHS}か月までです。期間を短くしてください。`
    throw invalid([{ path: 'to', code: 'too-long', message }])
  }
  const [rows, sizes] = (await work.flight([
    { text: ROWS, values: [`${from}-01`, `${to}-01`] },
    { text: 'select registers.database_bytes() as bytes' },
  ])) as [UsageRow[], { bytes: number }[]]
  work.about('usage', undefined, { from, to })
  return { rows, databaseBytes: Number(sizes[0]?.bytes ?? 0), backedUpAt: null }
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** The same figures as a file. */
export async function exportUsage(
  work: Work,
  { format, ...period }: UsageBody & { format: TableFormat },
): Promise<TableFile> {
  const { rows } = await usageOf(work, period)
  const number = (heading: string) => ({ heading, kind: 'number' as const })
  return tableFile(
    {
      name: '利用状況',
      columns: [
        { heading: '月', kind: 'text' },
        { heading: 'センター', kind: 'text' },
        ...[
          '職のある職員（人）',
          '業務記録（件）',
          'サインイン（回）',
          '断られたサインイン（回）',
          '処理（件）',
        ].map(number),
      ],
      rows: rows.map((row) => [
        row.month,
        row.centreName,
        row.staffCount,
        row.recordCount,
        row.signInCount,
        row.refusedCount,
        row.jobCount,
      ]),
      notes: ['件数だけの表です。利用者の名前や記録は含みません。'],
    },
    format,
    work.clock,
  )
}
