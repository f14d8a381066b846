import type pg from 'pg'
import type { ImportContext } from '../../../platform/import/index.ts'
import { confirmationTask } from '../confirmation-task.ts'
import { SHEET_COLUMNS, type SheetRecord, storeStatement } from '../store.ts'

/** Sheets a statement stores: a cancelled run ends between two. */
const CHUNK = 1_000

/** Stores what `planned` says: new sheets as the grid does, corrected ones with their journal rows. */
export async function applyChecklists(
  client: pg.ClientBase,
  context: ImportContext,
  step: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ sheet: SheetRecord }>(
    `select sheet from planned where state = 'added' order by sheet ->> 'id'`,
  )
  const insurerId = context.insurerId ?? 0
  const loader = context.loadedBy === 'command' ? null : context.loadedBy
  const who = { at: context.now.toString(), by: loader }
  for (let at = 0; at < rows.length; at += CHUNK) {
    const sheets = rows.slice(at, at + CHUNK).map(({ sheet }) => sheet)
    const tasks =
      at === 0 && loader ? [taskOf(sheets[0]?.batch_id ?? '', loader, context.today, rows.length)] : []
    const { text, values = [] } = storeStatement(insurerId, sheets, tasks, who)
    await client.query(text, values as unknown[])
    await step()
  }
  await client.query(CHANGE, [insurerId])
  await client.query(CHANGE_JOURNAL, [insurerId])
}

/** One task for the whole file; a command has nobody to give it to. */
const taskOf = (batchId: string, holder: string, today: string, sheets: number) =>
  confirmationTask(
    today,
    {
      person_id: null,
      centre_id: null,
      holder_id: holder,
      source_type: 'checklist-batch',
      source_id: batchId,
    },
    sheets,
  )

const COLUMNS =
  `method respondent coding answers height_hundredths_cm weight_hundredths_kg note minutes staff_id judgement met
  undetermined known_points unknown_points insured_type certification_level certification_from certification_to`.split(
    /\s+/,
  )

const CHANGE = `update casework.checklist c set ${COLUMNS.map((column) => `${column} = n.${column}`).join(', ')}
  from planned p cross join lateral jsonb_to_record(p.sheet) as n(${SHEET_COLUMNS})
  where p.state = 'changed' and c.insurer_id = $1 and c.id = p.id`

const CHANGE_JOURNAL = `update platform.journal j set minutes = c.minutes, staff_id = c.staff_id
  from planned p join casework.checklist c on c.insurer_id = $1 and c.id = p.id
  where p.state = 'changed' and j.insurer_id = $1 and j.source_id = p.id
    and (j.minutes, j.staff_id) is distinct from (c.minutes, c.staff_id)`
