import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate, isIsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { Empty, Failure, Loading } from '../../../ui/empty/index.ts'
import { CODINGS, JUDGEMENTS, METHODS, RESPONDENTS } from '../codes.ts'
import type { Answer } from '../rules/coding.ts'
import { checklistHistory } from './api.ts'
import { measuredText } from './measured.ts'
import { answerWord } from './sheet-entry.ts'
import { criteriaWord, instantWord, wordOf } from './words.ts'

/** Who changed what; asked for only when somebody wants to see it, for reading it is on record. */
export function RecordHistory({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section aria-label="変更の経過" className="mt-2 print:hidden">
      <Button size="small" look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? '変更の経過を閉じる' : '変更の経過を見る'}
      </Button>
      {isOpen ? <Changes id={id} /> : null}
    </section>
  )
}

function Changes({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['checklist-history', id], queryFn: () => checklistHistory(id) })
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  if (query.data.changes.length === 0) return <Empty title="記録してから、変更はありません" />
  return (
    <ol className="text-sm">
      {query.data.changes.map((change) => (
        <li key={change.version} className="border-b border-line py-2">
          <p className="text-soft">
            {instantWord(change.changedAt)}　{change.changedBy?.name ?? '記録者不明'}
          </p>
          <ul>
            {change.fields.flatMap(({ field, before, after }) =>
              linesOf(field, before, after).map(([label, from, to]) => (
                <li key={label}>
                  {label}: <del>{from}</del> → <ins>{to}</ins>
                </li>
              )),
            )}
          </ul>
        </li>
      ))}
    </ol>
  )
}

type Line = [label: string, before: string, after: string]
type Words = { label: string; word: (value: unknown) => string }

const plain = (value: unknown): string =>
  value === null || value === undefined || value === '' ? 'なし' : String(value)
const coded = (list: Parameters<typeof wordOf>[0]) => (value: unknown) =>
  value === null || value === undefined ? '未確認' : wordOf(list, String(value))
const dated = (value: unknown) =>
  typeof value === 'string' && isIsoDate(value) ? formatDate(value) : plain(value)
const measured = (value: unknown) => (typeof value === 'number' ? measuredText(value) : '未測定')
const keys = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? criteriaWord(value.map(String)) : 'なし'

/** Field names as the server gives them, in either spelling. What is not here is bookkeeping. */
const FIELDS: Readonly<Record<string, Words>> = {
  answeredOn: { label: '実施日', word: dated },
  method: { label: '方法', word: coded(METHODS) },
  respondent: { label: '回答者', word: coded(RESPONDENTS) },
  coding: { label: '0と1の意味', word: coded(CODINGS) },
  heightHundredthsCm: { label: '身長（cm）', word: measured },
  weightHundredthsKg: { label: '体重（kg）', word: measured },
  note: { label: '備考', word: plain },
  minutes: { label: '所要時間（分）', word: plain },
  judgement: { label: '判定案', word: coded(JUDGEMENTS) },
  met: { label: '該当した基準', word: keys },
  undetermined: { label: '判定できない基準', word: keys },
  confirmedJudgement: { label: '確認した判定', word: coded(JUDGEMENTS) },
  confirmedReason: { label: '判定案と違う理由', word: plain },
  withdrawnReason: { label: '取下げの理由', word: plain },
}

const camel = (name: string) => name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

/** One line a field; of the answers one line for each that changed. */
function linesOf(field: string, before: unknown, after: unknown): Line[] {
  if (field === 'answers') return answerLines(before, after)
  const words = FIELDS[camel(field)]
  return words ? [[words.label, words.word(before), words.word(after)]] : []
}

function answerLines(before: unknown, after: unknown): Line[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return []
  return before.flatMap((from: Answer, index): Line[] => {
    const to: Answer = after[index] ?? null
    return from === to ? [] : [[`No.${index + 1}`, answerWord(from), answerWord(to)]]
  })
}
