import { useMemo, useSyncExternalStore } from 'react'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Columns, Echo, Grid, SheetRow } from '../../../ui/grid/index.ts'
import { Icon } from '../../../ui/icon/index.ts'
import type { Coding, Judgement } from '../codes.ts'
import type { NamedRow } from './api.ts'
import { useBulkNames } from './bulk-names.ts'
import { judgeRow } from './bulk-rows.ts'
import { JudgementInline } from './result-words.tsx'

/** Whose sheet each row is and what it shows, live. A row that did not change is not judged again. */
export function useBulkEchoes<C extends Columns>(grid: Grid<C>, coding: Coding, defaultDay: IsoDate | null) {
  const { rows } = useSyncExternalStore(grid.subscribe, grid.state).sheet
  const nameOf = useBulkNames(rows, defaultDay)
  const judge = useMemo(() => {
    const known = new WeakMap<SheetRow, { type: string | null; judged: Judgement | null }>()
    return (row: SheetRow, named: NamedRow | null): Judgement | null => {
      // Nobody found yet counts as 第1号; the server decides by the person.
      const insuredType = named?.person ? named.insuredType : 'category1Insured'
      const before = known.get(row)
      if (before && before.type === insuredType) return before.judged
      const judged = judgeRow(row.texts, coding, defaultDay, { insuredType })
      known.set(row, { type: insuredType, judged })
      return judged
    }
  }, [coding, defaultDay])
  const echoes = useMemo(
    (): Echo[] => [
      {
        id: 'person',
        header: '氏名と生年月日（確認）',
        width: 12.5,
        of: (row) => <Name named={nameOf(row)} />,
      },
      {
        id: 'judgement',
        header: '判定案',
        width: 10.5,
        of: (row) => <JudgementInline judgement={judge(row, nameOf(row))} />,
      },
    ],
    [judge, nameOf],
  )
  const filled = rows.filter(({ isBlank }) => !isBlank)
  return {
    echoes,
    judgements: filled.map((row) => judge(row, nameOf(row))),
    mismatches: filled.filter((row) => nameOf(row)?.mismatch).length,
  }
}

function Name({ named }: { named: NamedRow | null }) {
  if (!named) return <span className="text-soft">―</span>
  if (!named.person)
    return (
      <span className="inline-flex items-center gap-1 text-danger" title={named.mismatch?.message}>
        <Icon name="danger" className="size-3.5" />
        {named.mismatch?.column === 'answeredOn' ? '実施日を確認' : '別の方か、見つからない'}
      </span>
    )
  const { name, birthOn } = named.person
  return (
    <span className="truncate" title={named.person.kana}>
      {name} <span className="text-soft">{birthOn === null ? '' : formatDate(birthOn, 'short')}</span>
    </span>
  )
}
