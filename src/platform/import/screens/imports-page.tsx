import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { useAddressWord, useGo } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/page.tsx'
import { Tabs } from '../../../ui/tabs/index.ts'
import type { Kind } from '../schema.ts'
import { kindsQuery, uploadFiles } from './api.ts'
import { FileField } from './file-field.tsx'
import { HistoryList } from './history-list.tsx'
import { RunList } from './run-list.tsx'

/** /imports, with the history of published files as its second tab: choose a kind and files; what would change is shown before anything is stored. */
export default function ImportsPage() {
  const may = useAbilities()
  const [tab, setTab] = useAddressWord('tab', 'new')
  return (
    <>
      <PageHead
        title="ファイルの読み込み"
        lead="先に、何が変わるかを調べてお見せします。保存するまで、何も変わりません。"
      />
      {may('import.history') ? (
        <Tabs
          label="読み込みと記録"
          selected={tab}
          onChange={setTab}
          tabs={[
            { id: 'new', label: '読み込む', content: <NewImport /> },
            { id: 'history', label: '公表されたファイルの記録', content: <HistoryList /> },
          ]}
        />
      ) : (
        <NewImport />
      )}
    </>
  )
}

function NewImport() {
  const kinds = useQuery(kindsQuery)
  return (
    <>
      {kinds.error ? <Failure error={kinds.error} onRetry={() => void kinds.refetch()} /> : null}
      {kinds.isLoading ? <Loading /> : null}
      {kinds.data?.length === 0 ? <Empty title="この役割で読み込めるファイルはありません" /> : null}
      {kinds.data && kinds.data.length > 0 ? <UploadForm kinds={kinds.data} /> : null}
      <h2 className="mt-8 mb-2 text-lg font-bold">自分のこれまでの読み込み</h2>
      <RunList kinds={kinds.data ?? []} />
    </>
  )
}

function UploadForm({ kinds }: { kinds: Kind[] }) {
  const go = useGo()
  const [chosen, setChosen] = useAddressWord('kind', kinds.length === 1 ? (kinds[0]?.kind ?? '') : '')
  const [files, setFiles] = useState<File[]>([])
  const [attribution, setAttribution] = useState('')
  const [release, setRelease] = useState('file')
  const kind = kinds.find((one) => one.kind === chosen)
  const submit = async () => {
    if (!kind) return
    const { runId, jobId } = await uploadFiles(
      kind.kind,
      files,
      kind.takesAttribution ? attribution : '',
      kind.takesRelease && release !== 'file' ? release : '',
    )
    await go(`/imports/${runId}?job=${jobId}`)
  }
  return (
    <div className="max-w-3xl">
      <EntryForm
        label="読み込むファイル"
        submitLabel="何が変わるかを調べる"
        onSubmit={submit}
        readers="預けたファイルとその結果は、読み込んだ本人だけ"
      >
        <RadioChoice
          name="kind"
          label="種類"
          isRequired
          value={chosen || null}
          onChange={(next) => {
            setChosen(next)
            setFiles([])
          }}
          options={kinds.map(({ kind: value, label, help }) => ({ value, label, description: help }))}
        />
        {kind ? (
          <FileField
            key={kind.kind}
            name="files"
            label="ファイル"
            files={files}
            onChange={setFiles}
            extensions={kind.extensions}
          />
        ) : null}
        {kind?.takesRelease ? (
          <RadioChoice
            name="release"
            label="速報・確定・改訂"
            value={release}
            onChange={setRelease}
            options={[
              {
                value: 'file',
                label: 'ファイルのとおり',
                description: 'ファイル名に書かれていなければ、確定です',
              },
              ...['速報', '確定', '改訂'].map((value) => ({ value, label: value })),
            ]}
          />
        ) : null}
        {kind?.takesAttribution ? (
          <TextField
            name="attribution"
            label="出典"
            description="ファイルに出典の記載がないとき（Excel など）だけ使います。図や表の下に、このまま出ます。例: 「高松市オープンデータ」（高松市）、CC BY 4.0"
            value={attribution}
            onChange={setAttribution}
            maxLength={300}
          />
        ) : null}
      </EntryForm>
    </div>
  )
}
