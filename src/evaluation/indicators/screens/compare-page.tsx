import { useQuery } from '@tanstack/react-query'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord } from '../../../ui/link/index.ts'
import { PrintButton, PrintHead } from '../../../ui/print/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Tabs } from '../../../ui/tabs/index.ts'
import { listQuery, placesQuery } from './api.ts'
import { comparable } from './chosen-set.ts'
import { PlacePicker } from './place-picker.tsx'
import { RadarTab } from './radar-tab.tsx'
import { ScatterTab } from './scatter-tab.tsx'
import { SideBySideTab } from './side-by-side-tab.tsx'
import { KeepView } from './views.tsx'
import { useInsurer } from './where.ts'

/** 指標を比べる: two against each other, several at once, and one's neighbours side by side. */
export default function ComparePage() {
  const list = useQuery(listQuery)
  const places = useQuery(placesQuery)
  const [place, setPlace] = useInsurer(places.data)
  const [tab, setTab] = useAddressWord('tab', 'scatter')
  const failed = list.error ?? places.error
  if (failed)
    return <Failure error={failed} onRetry={() => void Promise.all([list.refetch(), places.refetch()])} />
  if (!list.data || !places.data) return <Loading />
  const items = comparable(list.data.items)
  if (items.length < 2 || !place) {
    return (
      <>
        <PageHead title="指標を比べる" />
        <Empty title="比べられる指標が、まだありません">
          介護保険事業状況報告（年報）を読み込むと、保険者の指標を比べられます。
          <AppLink to="/indicators">指標の一覧</AppLink>
        </Empty>
      </>
    )
  }
  const name = places.data.insurers.find(({ code }) => code === place)?.name ?? '指標'
  return (
    <>
      <PrintHead title="指標を比べる" />
      <PageHead
        title="指標を比べる"
        lead="並んで動くことは、一方が他方の原因であることを表しません。"
        actions={
          <>
            <PrintButton size="small" />
            <KeepView suggestion={`${name} 指標の比較`} />
          </>
        }
      />
      <div className="mb-4 flex flex-wrap items-end gap-x-5 gap-y-2 print:hidden">
        <PlacePicker places={places.data} level="insurer" value={place} onChange={setPlace} />
      </div>
      <Tabs
        label="比べ方"
        selected={tab}
        onChange={setTab}
        tabs={[
          {
            id: 'scatter',
            label: '二つの指標',
            content: <ScatterTab items={items} place={place} places={places.data} />,
          },
          { id: 'radar', label: 'いくつかの指標', content: <RadarTab items={items} place={place} /> },
          { id: 'side', label: '隣と並べる', content: <SideBySideTab items={items} place={place} /> },
        ]}
      />
    </>
  )
}
