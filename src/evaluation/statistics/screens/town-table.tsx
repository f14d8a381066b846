import { useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import type { Town, TownPopulation } from '../schema.ts'
import { FigureCell } from './figure-cell.tsx'
import { Sources } from './sources.tsx'
import { readSort, columns as sortable, townRows, writeSort } from './town-rows.ts'
import { count, percent } from './words.ts'

const figure = (id: 'total' | 'aged65' | 'aged75', header: string): Column<Town> => ({
  id,
  header,
  isSortable: true,
  isRight: true,
  cell: (town) => <FigureCell figure={town[id]} show={count} />,
})
const columns: Column<Town>[] = [
  { id: 'townName', header: '町', isSortable: true, cell: ({ townName }) => townName },
  { id: 'area', header: '圏域', cell: ({ areaName }) => areaName ?? '―' },
  figure('total', '総人口（人）'),
  figure('aged65', '65歳以上（人）'),
  figure('aged75', '75歳以上（人）'),
  {
    id: 'ageingPerMille',
    header: '高齢化率（％）',
    isSortable: true,
    isRight: true,
    cell: ({ ageingPerMille }) => <FigureCell figure={ageingPerMille} show={percent} />,
  },
]

/** All towns of a day. The order stands in the address, the words of the filter do not. */
export function TownTable({ data }: { data: TownPopulation }) {
  const [filter, setFilter] = useState('')
  const [word, setWord] = useAddressWord('sort', 'townName-ascending')
  const sort = readSort(word)
  const rows = townRows(data.towns, filter, sort)
  return (
    <section aria-labelledby="towns-heading">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-4 print:hidden">
        <h2 id="towns-heading" className="text-lg font-bold">
          町ごとの数
        </h2>
        <TextField name="town" label="町の名で絞る" value={filter} onChange={setFilter} width={14} />
      </div>
      <List<Town>
        label="町ごとの人口"
        columns={columns}
        rows={rows}
        rowKey={({ townName }) => townName}
        sort={sort}
        onSort={({ by, direction }) => {
          const column = sortable.find((one) => one === by)
          if (column) setWord(writeSort({ by: column, direction }))
        }}
        total={data.towns.length}
        empty={
          <Empty title={`「${filter}」を含む町はありません`}>
            <Button size="small" onPress={() => setFilter('')}>
              すべての町を出す
            </Button>
          </Empty>
        }
      />
      <Sources lines={data.attribution} note={data.rounding} />
    </section>
  )
}
