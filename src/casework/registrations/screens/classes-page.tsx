import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import type { Setting } from '../../../registers/settings/schema.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { EntryForm, TextField } from '../../../ui/form/index.ts'
import { callPath } from '../../../ui/http/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { classLines, readClasses } from './class-lines.ts'

const KEY = 'registration.local-classes'

/** 市独自の区分 (CHK-05, 12): the municipality's dated list of its own classes; the national code stays 06. */
export default function ClassesPage() {
  const query = useQuery({
    queryKey: ['settings'],
    queryFn: () => callPath<{ items: Setting[] }>('GET', '/api/settings'),
  })
  const setting = query.data?.items.find(({ key }) => key === KEY)
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!setting) return <Loading />
  return (
    <>
      <PageHead title="事業対象者の市独自の区分" lead={setting.help} />
      <h2 className="mb-2 font-bold">これまでの区分</h2>
      {setting.dated.length === 0 ? (
        <Empty title="市独自の区分はありません">使わない市町村は、このままでかまいません。</Empty>
      ) : (
        <ul className="mb-6 flex flex-col gap-2">
          {setting.dated.map((one) => (
            <li key={one.id} className="rounded-lg border border-line p-3 text-sm">
              <b>{formatDate(one.from)}から</b>
              <span className="ml-3 text-soft">根拠 {one.source}</span>
              <span className="block whitespace-pre-wrap">{classLines(one.value) || '区分なし'}</span>
            </li>
          ))}
        </ul>
      )}
      {setting.mayChange ? (
        <NewClasses key={setting.dated.length} before={classLines(setting.today)} />
      ) : null}
    </>
  )
}

function NewClasses({ before }: { before: string }) {
  const { today } = useClock()
  const show = useToast()
  const queries = useQueryClient()
  const [lines, setLines] = useState(before)
  const [from, setFrom] = useState<string | null>(today())
  const [source, setSource] = useState('')
  const submit = async () => {
    const read = readClasses(lines)
    if ('problem' in read) return
    const body = { id: null, version: null, from, value: read.classes, source, note: null }
    await callPath('POST', `/api/settings/${KEY}`, { json: body })
    await queries.invalidateQueries({ queryKey: ['settings'] })
    show('区分を保存しました')
  }
  return (
    <section className="max-w-2xl">
      <h2 className="mb-2 font-bold">区分を決める</h2>
      <EntryForm label="市独自の区分" submitLabel="区分を保存する" onSubmit={submit}>
        <TextField
          name="value"
          label="区分（1行に一つ）"
          description="コードと名称を空白で区切ります。例: 1 事業対象者1"
          value={lines}
          onChange={setLines}
          isLong
          rows={4}
          check={(typed) => {
            const read = readClasses(typed)
            return 'problem' in read ? read.problem : null
          }}
        />
        <DateField name="from" label="この日から" value={from} onChange={setFrom} isRequired />
        <TextField
          name="source"
          label="根拠"
          description="例: 総合事業実施要綱 第○条"
          value={source}
          onChange={setSource}
          isRequired
        />
      </EntryForm>
    </section>
  )
}
