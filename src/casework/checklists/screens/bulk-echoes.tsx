import { useMemo } from 'react'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { type Columns, type Echo, type Grid, type SheetRow, useGridResult } from '../../../ui/grid/index.ts'
import type { Coding, Judgement } from '../codes.ts'
import { judgeRow } from './bulk-rows.ts'
import { JudgementInline } from './result-words.tsx'

/**
 * The judgement of each row, live. A row that did not change is not judged again. Whether somebody is 第1号 is the
 * server's to say: until the rows are stored everybody counts as such.
 */
export function useBulkEchoes<C extends Columns>(grid: Grid<C>, coding: Coding, defaultDay: IsoDate | null) {
  const result = useGridResult(grid)
  const judge = useMemo(() => {
    const known = new WeakMap<SheetRow, Judgement | null>()
    return (row: SheetRow): Judgement | null => {
      const before = known.get(row)
      if (before !== undefined) return before
      const judged = judgeRow(row.texts, coding, defaultDay, { insuredType: 'category1Insured' })
      known.set(row, judged)
      return judged
    }
  }, [coding, defaultDay])
  const echoes = useMemo(
    (): Echo[] => [
      {
        id: 'judgement',
        header: '判定案',
        width: 11,
        of: (row) => <JudgementInline judgement={judge(row)} />,
      },
    ],
    [judge],
  )
  const judgements = useMemo(() => {
    void result // the same object as long as no cell changed
    return grid.state().sheet.rows.flatMap((row) => (row.isBlank ? [] : [judge(row)]))
  }, [grid, result, judge])
  return { echoes, judgements }
}
