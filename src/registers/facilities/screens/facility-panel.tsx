import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { Panel } from '../../../ui/panel/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { FacilityDetail, FacilityKey } from '../schema.ts'
import { fetchDetail } from './api.ts'
import { asOfText, markWords } from './words.ts'

type FacilityPanelProps = { facilityKey: FacilityKey; onClose: () => void }

/** Everything the list says of one place, with where it stands in which file. */
export function FacilityPanel({ facilityKey, onClose }: FacilityPanelProps) {
  const query = useQuery({
    queryKey: ['facilities', 'detail', facilityKey],
    queryFn: () => fetchDetail(facilityKey),
  })
  return (
    <Panel title={query.data?.name ?? '施設・場所'} onClose={onClose}>
      {query.error ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isLoading ? <Loading /> : null}
      {query.data ? <Detail detail={query.data} /> : null}
    </Panel>
  )
}

function Detail({ detail }: { detail: FacilityDetail }) {
  const { list, marks } = detail
  return (
    <>
      <p className="mb-2 text-sm text-soft">
        {detail.areaName}｜{detail.category}
      </p>
      <dl className="divide-y divide-line border-y border-line text-sm">
        {detail.facts.map(({ label, text, isAsWritten }) => (
          <Fact key={`${label} ${isAsWritten}`} label={label}>
            {label === 'URL' ? <Address text={text} /> : <span className="whitespace-pre-wrap">{text}</span>}
            {isAsWritten ? (
              <>
                {' '}
                <Status tone="neutral">書いてあるとおり</Status>
              </>
            ) : null}
          </Fact>
        ))}
        <Fact label="緯度・経度">
          {detail.latitude === null ? '記載なし' : `${detail.latitude}, ${detail.longitude}`}
        </Fact>
        {marks.map(({ label, mark }) => (
          <Fact key={label} label={label}>
            {markWords[mark]}
          </Fact>
        ))}
      </dl>
      {marks.length > 0 ? (
        <p className="mt-1 text-xs text-soft">
          印が空いていた項目は出していません。なしとは限りません。△の意味は、もとの一覧で確かめてください。
        </p>
      ) : null}
      <p className="mt-3 text-xs text-soft">
        {list.attribution}｜{asOfText(list)}｜{list.fileName} の {detail.sourceRow} 行目
        {list.sourceAddress ? (
          <>
            ｜<Address text={list.sourceAddress} />
          </>
        ) : null}
      </p>
    </>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[8rem_minmax(0,1fr)] gap-2 py-1">
    <dt className="text-soft">{label}</dt>
    <dd className="break-words">{children}</dd>
  </div>
)

/** A link where the text is an address of the web and nothing else; anything else is text. */
function Address({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/.test(text)) return text
  return (
    <a href={text} rel="noreferrer" target="_blank" className="break-all underline underline-offset-2">
      {text}
      <span className="sr-only">（新しい窓で開く）</span>
    </a>
  )
}
