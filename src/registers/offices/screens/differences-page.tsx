import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { FilterChips, useKeyset } from '../../../ui/list/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Difference, DifferenceCounts, DifferenceKind, Holdings } from '../schema.ts'
import { acceptSpacing, holdingsQuery, searchDifferences } from './api.ts'
import { DifferenceCard } from './difference-card.tsx'
import { cityOptions } from './offices-page.tsx'
import { Pick } from './pick.tsx'
import { Sources } from './sources.tsx'
import { ALL, kindWords, openCount, ownMunicipality } from './words.ts'

/** /offices/differences: one number with several names or addresses, side by side, to be decided. */
export default function DifferencesPage() {
  const held = useQuery(holdingsQuery)
  return (
    <>
      <PageHead
        title="名称・住所のちがい"
        lead="一つの事業所番号に、サービスのファイルによってちがう名称や住所が書かれているものです。決定はこの保険者の一覧にだけ使われ、公表元のデータは変わりません。"
      />
      {held.error ? <Failure error={held.error} onRetry={() => void held.refetch()} /> : null}
      {held.isLoading ? <Loading /> : null}
      {held.data ? <Differences data={held.data} /> : null}
    </>
  )
}

const kinds = Object.keys(kindWords) as DifferenceKind[]
const sumOf = (counts: DifferenceCounts['open']) => counts.spacing + counts.notation + counts.real

function Differences({ data }: { data: Holdings }) {
  const [city, setCity] = useAddressWord('city', ownMunicipality(data.municipalities))
  const [kindWord, setKind] = useAddressWord('kind', '')
  const [stateWord, setState] = useAddressWord('state', 'open')
  const municipalityCode = city === ALL ? null : city
  const kind = kinds.find((one) => one === kindWord) ?? null
  const state = stateWord === 'decided' ? 'decided' : 'open'
  const first = useQuery({
    queryKey: ['offices', 'difference-counts', municipalityCode],
    queryFn: async () => (await searchDifferences({ municipalityCode, limit: 1 })).counts,
  })
  const counts = first.data
  const content = (
    <>
      <FilterChips
        label="ちがい方"
        isSingle
        chips={kinds.map((id) => ({ id, label: kindWords[id], count: counts?.[state][id] }))}
        selected={kind ? [kind] : []}
        onChange={([next]) => setKind(next ?? '')}
      />
      {state === 'open' && counts ? <Bulk counts={counts} municipalityCode={municipalityCode} /> : null}
      <Cards query={{ state, kind, municipalityCode }} />
    </>
  )
  return (
    <>
      <div className="mb-2">
        <Pick label="市区町村" value={city} onChange={setCity} options={cityOptions(data)} />
      </div>
      <Tabs
        label="決めるものと決めたもの"
        selected={state}
        onChange={setState}
        tabs={[
          { id: 'open', label: '決めるもの', count: counts ? openCount(counts) : null, content },
          { id: 'decided', label: '決めたもの', count: counts ? sumOf(counts.decided) : null, content },
        ]}
      />
      <Sources lines={data.attribution} />
    </>
  )
}

function Bulk({ counts, municipalityCode }: { counts: DifferenceCounts; municipalityCode: string | null }) {
  const may = useAbilities()
  const client = useQueryClient()
  const show = useToast()
  const run = useMutation({
    mutationFn: () => acceptSpacing(municipalityCode),
    onSuccess: async ({ count }) => {
      await client.invalidateQueries({ queryKey: ['offices'] })
      show(`${count}件を確認しました。「決めたもの」で一つずつ取り消せます`)
    },
  })
  if (counts.open.spacing === 0 || !may('office.decide')) return null
  return (
    <div className="mb-3">
      <Notice tone="info" title={`空白・全角半角だけのちがいが${counts.open.spacing}件あります`}>
        <p className="text-sm">
          まとめて「一つの事業所」と確認できます。一覧には、いちばん多くのファイルが書いている文言（同じ数ならサービスコードの小さいもの）を出します（本ソフトの決め）。前に決めて文言が変わったものは含みません。
        </p>
        <p className="mt-2">
          <Button size="small" onPress={() => run.isPending || run.mutate()}>
            {run.isPending ? '確認しています…' : 'まとめて確認する'}
          </Button>
        </p>
      </Notice>
      {run.error ? <Failure error={run.error} /> : null}
    </div>
  )
}

type CardsProps = {
  query: { state: 'open' | 'decided'; kind: DifferenceKind | null; municipalityCode: string | null }
}

function Cards({ query }: CardsProps) {
  const list = useKeyset<Difference>(
    ['offices', 'differences', query],
    (cursor, signal) => searchDifferences({ ...query, ...(cursor ? { cursor } : {}) }, signal),
    20,
  )
  if (list.error && !list.rows) return <Failure error={list.error} onRetry={list.onRetry} />
  if (!list.rows) return <Loading />
  if (list.rows.length === 0)
    return (
      <Empty title={query.state === 'open' ? '決めるちがいはありません' : 'まだ決めたものはありません'} />
    )
  return (
    <div className="flex flex-col gap-4">
      {list.rows.map((difference) => (
        <DifferenceCard
          key={difference.officeNumber}
          difference={difference}
          heading={`事業所番号 ${difference.officeNumber}`}
        />
      ))}
      {list.more.hasMore ? (
        <div>
          <Button onPress={() => list.more.isLoading || list.more.load()}>
            {list.more.isLoading ? '読み込んでいます…' : `次の${list.more.size}件`}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
