import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { SelectField, TextField } from '../../../ui/form/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips } from '../../../ui/list/index.ts'
import { ExportButtons } from '../../../ui/save/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import type { LawValueList } from '../schema.ts'
import { exportLawValues, lawValuesQuery } from './api.ts'
import { FILTERS, type Filter, holds, inOrder, isIn, ORDERS, type Order, sectionsOf } from './find.ts'
import { OwnValues } from './own-values.tsx'
import { ValuesTable } from './values-table.tsx'

/** /law-values: every legal number with its value of today, how sure it is, and which calculation uses it. */
export default function LawValuesPage() {
  const query = useQuery(lawValuesQuery)
  const may = useAbilities()
  return (
    <>
      <PageHead
        title="制度の数値"
        lead="法令と通知の数値を、日付と出典とともに示します。「出典未確認」の値は、保険者職員が出典を確かめて確認するまで、通知や請求などの文書に出せません。"
        actions={<ExportButtons load={exportLawValues} />}
      />
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.data ? <Found list={query.data} /> : null}
      {may('setting.read') ? <OwnValues /> : null}
    </>
  )
}

const WORDS: Readonly<Record<Filter, string>> = {
  unread: 'まだ確かめていない',
  provisional: '仮置き・案',
  secondary: '二次資料',
  confirmed: '保険者が確認した',
  unused: '計算に使われていない',
}
const isFilter = (word: string): word is Filter => (FILTERS as readonly string[]).includes(word)
const isOrder = (word: string): word is Order => Object.hasOwn(ORDERS, word)

function Found({ list: { items, insurer } }: { list: LawValueList }) {
  const [filterWord, setFilter] = useAddressWord('filter', '')
  const [orderWord, setOrder] = useAddressWord('order', 'place')
  const [words, setWords] = useState('')
  const filter = isFilter(filterWord) ? filterWord : null
  const order = isOrder(orderWord) ? orderWord : 'place'
  const searched = items.filter((one) => holds(one, words))
  const shown = inOrder(filter ? searched.filter((one) => isIn(filter, one)) : searched, order)
  const chips = FILTERS.map((id) => ({
    id,
    label: WORDS[id],
    count: searched.filter((one) => isIn(id, one)).length,
  }))
  return (
    <>
      <div className="grid items-end gap-x-6 gap-y-2 md:grid-cols-[minmax(0,24rem)_14rem] print:hidden">
        <TextField
          name="words"
          label="さがす（名称、番号、出典、使う計算）"
          value={words}
          onChange={setWords}
        />
        <SelectField
          name="order"
          label="並べ方"
          value={order}
          onChange={setOrder}
          isComplete
          options={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <FilterChips
        label="絞り込み"
        chips={chips}
        selected={filter ? [filter] : []}
        onChange={([next]) => setFilter(next ?? '')}
        isSingle
      />
      <p role="status" className="mb-3 text-sm text-soft">
        {items.length}件のうち{shown.length}件
      </p>
      {shown.length === 0 ? (
        <Empty title={filter === 'unread' ? '確かめていない数値はありません' : '当てはまる数値はありません'}>
          {words ? '言葉を短くするか、絞り込みを外してください。' : null}
        </Empty>
      ) : order === 'place' ? (
        sectionsOf(shown).map(({ floor, groups }) => (
          <section key={floor} className="mb-6" aria-label={floor}>
            <h2 className="mb-1 text-lg font-bold">{floor}</h2>
            <ValuesTable label={`${floor}の制度の数値`} groups={groups} insurer={insurer} />
          </section>
        ))
      ) : (
        <ValuesTable label="制度の数値" groups={[{ group: null, items: shown }]} insurer={insurer} />
      )}
    </>
  )
}
