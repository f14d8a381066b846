import { useMemo } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { Empty } from '../../../ui/empty/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { type Column, List } from '../../../ui/list/index.ts'
import { intervalPicture } from '../pictures/pictures.ts'
import { nameOf } from '../pictures/place-points.ts'
import { figureText } from '../rules/words.ts'
import type { Reading, SimilarList } from '../schema.ts'
import { asOfWords, differenceWords, figureWords } from './figure-words.ts'
import type { ShownOnPage } from './shown.ts'
import { COMPARED_WORDS } from './where.ts'

type CompareTabProps = { page: ShownOnPage; reading: Reading | undefined; similar: SimilarList | undefined }

/** 比較: ours beside those chosen before, each with how sure it is; the differences and whether chance can make them. */
export function CompareTab({ page, reading, similar }: CompareTabProps) {
  const { definition, values, roles, compared } = page
  const chart = useMemo(
    () =>
      intervalPicture({
        ...page,
        items: page.items.filter(({ code }) => code === roles.own || roles.peers.has(code)),
      }),
    [page, roles],
  )
  if (!page.ours) return <Empty title="場所を選ぶと、比較が出ます" />
  return (
    <div className="flex flex-col gap-8">
      {reading && reading.comparisons.length > 0 ? (
        <Differences reading={reading} definition={definition} />
      ) : null}
      {roles.peers.size > 0 ? (
        <ChartWithTable
          title={`${COMPARED_WORDS[compared]}との比較`}
          data={chart}
          notes={[
            ...values.attribution,
            `${asOfWords(values)}（${values.release}）。横線は95％の幅で、幅が重なるかどうかだけでは差があるともないとも言えません。`,
          ]}
        />
      ) : null}
      {compared === 'similar' && similar ? <Similar similar={similar} page={page} /> : null}
    </div>
  )
}

type Difference = Reading['comparisons'][number]
const VERDICTS = {
  larger: '高い（偶然の幅より大きい差）',
  smaller: '低い（偶然の幅より大きい差）',
  'within-chance': '偶然の幅を出ない（高いとも低いとも言えない）',
  'not-judged': '偶然を考える数ではない（そのままの差）',
  'cannot-tell': '人数が少なく、言えない',
} as const

function Differences({ reading, definition }: { reading: Reading; definition: Reading['definition'] }) {
  const columns: Column<Difference>[] = [
    { id: 'name', header: '比べる相手', cell: ({ name }) => name },
    {
      id: 'value',
      header: '相手の値',
      isRight: true,
      cell: ({ value }) => figureWords({ value, missing: null, missingWord: null }, definition),
    },
    {
      id: 'difference',
      header: '差（私たち－相手）',
      isRight: true,
      cell: ({ difference: { difference } }) =>
        difference === null ? '―' : differenceWords(difference, definition),
    },
    {
      id: 'interval',
      header: '差の95％の幅',
      isRight: true,
      cell: ({ difference: { interval } }) =>
        interval
          ? `${figureText(interval.low, definition.decimals)}〜${figureText(interval.high, definition.decimals)}`
          : '―',
    },
    { id: 'verdict', header: '読み方', cell: ({ difference }) => VERDICTS[difference.verdict] },
  ]
  return (
    <section aria-labelledby="differences-heading">
      <h2 id="differences-heading" className="mb-1 text-lg font-bold">
        差は偶然より大きいか
      </h2>
      <p className="mb-2 text-sm text-soft">
        全国や都道府県との差は、私たちを除いた残りとの比べ方で幅を出しています。
      </p>
      <List
        label="比べる相手との差"
        columns={columns}
        rows={reading.comparisons}
        rowKey={({ name }) => name}
        empty={null}
      />
    </section>
  )
}

type SimilarPlace = SimilarList['items'][number]

function Similar({ similar, page }: { similar: SimilarList; page: ShownOnPage }) {
  const { definition } = page
  const share = (value: number) => figureText(value * 100, 1)
  const columns: Column<SimilarPlace>[] = [
    {
      id: 'name',
      header: '保険者',
      cell: (one) => (
        <AppLink to={`/indicators/${definition.id}?place=${encodeURIComponent(one.code)}`}>
          {nameOf(one)}
        </AppLink>
      ),
    },
    {
      id: 'value',
      header: `${definition.title}（${definition.unit}）`,
      isRight: true,
      cell: ({ value, missingWord }) =>
        value === null ? (missingWord ?? '値なし') : figureText(value, definition.decimals),
    },
    { id: 'size', header: '第1号被保険者（人）', isRight: true, cell: ({ size }) => figureText(size, 0) },
    {
      id: 'aged75',
      header: '75〜84歳（％）',
      isRight: true,
      cell: ({ share75to84 }) => share(share75to84),
    },
    { id: 'aged85', header: '85歳以上（％）', isRight: true, cell: ({ share85over }) => share(share85over) },
    { id: 'distance', header: '距離', isRight: true, cell: ({ distance }) => figureText(distance, 2) },
  ]
  const { ours } = similar
  return (
    <section aria-labelledby="similar-heading">
      <h2 id="similar-heading" className="mb-1 text-lg font-bold">
        似た5つの保険者
      </h2>
      <p className="mb-2 text-sm">
        {nameOf(ours)}: 第1号被保険者 {figureText(ours.size, 0)}人、75〜84歳 {share(ours.share75to84)}
        ％、85歳以上 {share(ours.share85over)}％
      </p>
      <List
        label="似た保険者"
        columns={columns}
        rows={similar.items}
        rowKey={({ code }) => code}
        empty={null}
      />
      <p className="text-xs text-soft">{similar.rule}</p>
    </section>
  )
}
