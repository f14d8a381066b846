import type { Refusal } from '../../../exchange/tabular/index.ts'
import type { Tx } from '../../../platform/database/engine.ts'
import type { ImportContext } from '../../../platform/import/index.ts'
import { refusal, type StagedRow } from './staged.ts'

interface Worker {
  staffId: string
  /** where the work is counted; null: no post of a centre, or posts of several */
  centreId: string | null
}

const WORKERS = `select s.id as "staffId", s.staff_number as number, (
    select case when count(distinct p.centre_id) = 1 then min(p.centre_id::text)::uuid end from registers.post p
    where p.insurer_id = s.insurer_id and p.staff_id = s.id and p.valid_from <= $4::date
      and (p.valid_to is null or p.valid_to >= $4::date)) as "centreId"
  from registers.staff s where s.insurer_id = $1 and (s.staff_number = any ($2::text[]) or s.id = $3::uuid)`

/** Who did each sheet: the 職員番号 of its row, else the one who loads the file. A command loads for nobody. */
export async function workersOf(
  tx: Pick<Tx, 'query'>,
  context: ImportContext,
  insurerId: number,
  staged: readonly StagedRow[],
  refusals: Refusal[],
): Promise<(row: StagedRow) => Worker> {
  const loader = context.loadedBy === 'command' ? null : context.loadedBy
  const numbers = [...new Set(staged.flatMap(({ sheet }) => sheet.staffNumber ?? []))]
  const found = await tx.query<Worker & { number: string }>(WORKERS, [
    insurerId,
    numbers,
    loader,
    context.today,
  ])
  const byNumber = new Map(found.map((worker) => [worker.number, worker]))
  const own = found.find(({ staffId }) => staffId === loader)
  const workerOf = ({ sheet }: StagedRow) =>
    sheet.staffNumber === null ? own : byNumber.get(sheet.staffNumber)
  for (const row of staged) {
    if (workerOf(row)) continue
    const isMissing = row.sheet.staffNumber === null
    refusals.push(
      refusal(
        row,
        '職員番号',
        isMissing ? 'row.worker-missing' : 'row.worker-absent',
        isMissing ? '実施した職員の番号がありません。' : 'この職員番号の職員が登録されていません。',
        isMissing
          ? 'コマンドで読み込むときは、職員番号の列を入れてください。'
          : '職員番号を確かめるか、職員を登録してから読み込んでください。',
      ),
    )
  }
  return (row) => {
    const worker = workerOf(row)
    if (!worker) throw new Error('a refused row was planned')
    return worker
  }
}
