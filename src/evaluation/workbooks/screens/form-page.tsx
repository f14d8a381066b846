import { useQuery } from '@tanstack/react-query'
import { buttonClass } from '../../../ui/button/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { AppLink, useAddressWord, usePathParam } from '../../../ui/link/index.ts'
import { PageHead, useCrumb } from '../../../ui/shell/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { Tabs } from '../../../ui/tabs/index.ts'
import { type Form, formQuery } from './api.ts'
import { BoundList } from './bound-list.tsx'
import { FillTab } from './fill-tab.tsx'
import { History } from './history.tsx'
import { MapTab } from './map-tab.tsx'

/** /workbooks/$id: one edition of a form: mapping, bound cells, filling, what was filled. */
export default function FormPage() {
  const id = usePathParam('id')
  const { data, error, refetch } = useQuery(formQuery(id))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return data ? <Loaded form={data} /> : <Loading />
}

function Loaded({ form }: { form: Form }) {
  const [tab, setTab] = useAddressWord('tab', 'map')
  const title = `${form.family.name} ${form.fiscalYearLabel}`
  useCrumb(title)
  const waiting = form.carriedFrom?.waitingCount ?? 0
  return (
    <>
      <PageHead
        title={title}
        lead={[form.family.ownerOffice, form.fileName].filter(Boolean).join('・')}
        actions={
          <AppLink to={`/workbooks/new?from=${form.id}`} className={buttonClass('secondary')}>
            次の年度のファイルを預ける
          </AppLink>
        }
      />
      {waiting > 0 ? (
        <div className="mb-4">
          <Notice
            tone="caution"
            title={`${form.carriedFrom?.fiscalYearLabel}の対応づけのうち${waiting}セルが、まだ決まっていません`}
          >
            <AppLink to={`/workbooks/${form.id}/carry`}>違いを見て、引き継ぐものを決める</AppLink>
          </Notice>
        </div>
      ) : null}
      {form.notes.length > 0 ? (
        <ul className="mb-3 list-disc pl-6 text-sm text-soft">
          {form.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      <Tabs
        label="様式"
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'map', label: '対応づけ', content: <MapTab form={form} /> },
          {
            id: 'bound',
            label: '対応づけた数',
            count: form.bindings.length,
            content: <BoundList form={form} />,
          },
          { id: 'fill', label: '記入', content: <FillTab form={form} /> },
          { id: 'history', label: '控え', count: form.fills.length, content: <History form={form} /> },
        ]}
      />
    </>
  )
}
