import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Key } from '../../../ui/button/index.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Notice, Status } from '../../../ui/status/index.ts'
import type { DuplicateCandidate, DuplicatesBody } from '../schema.ts'
import { centresQuery, findDuplicates } from './api.ts'
import { InquiryHere } from './inquiry-here.tsx'
import type { PersonEntry } from './person-entry.ts'
import { birthYearWord, sexWord } from './words.ts'

/** Typing pauses this long before the whole insurer is searched. */
const pauseMs = 400

function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}

const questionOf = (entry: PersonEntry): DuplicatesBody => ({
  name: entry.name.trim(),
  kana: entry.kana.trim(),
  birthOn: entry.birthOn,
  sex: entry.sex ?? 'unknown',
  phone: entry.phone.trim(),
  insuredNumber: entry.insuredNumber.trim(),
})
const isWorthAsking = ({ name, kana, phone, insuredNumber }: DuplicatesBody) =>
  name.length >= 2 || kana.length >= 3 || phone.replace(/\D/g, '').length >= 9 || insuredNumber.length === 10

/** The candidates for what the form holds; `items` is undefined as long as there is too little to ask with. */
export function useDuplicates(entry: PersonEntry) {
  const asked = usePaused(JSON.stringify(questionOf(entry)))
  const question = JSON.parse(asked) as DuplicatesBody
  const query = useQuery({
    queryKey: ['people-duplicates', asked],
    queryFn: ({ signal }) => findDuplicates(question, signal),
    enabled: isWorthAsking(question),
    placeholderData: keepPreviousData,
    gcTime: 60_000, // names do not stay in the memory of the page
  })
  return { ...query, items: isWorthAsking(question) ? query.data?.items : undefined }
}

type CandidatesProps = {
  entry: PersonEntry
  duplicates: ReturnType<typeof useDuplicates>
  /** a call waits for the person: a candidate leads back to it */
  isForIntake?: boolean
}

/** Who may already be registered, over the whole insurer; those of other centres masked. */
export function DuplicateCandidates({ entry, duplicates, isForIntake }: CandidatesProps) {
  const { items, error, refetch } = duplicates
  const box = useRef<HTMLElement>(null)
  const toFirst = () => {
    const target = box.current?.querySelector<HTMLElement>('a, button') ?? box.current?.querySelector('h2')
    target?.focus()
  }
  useShortcuts([{ keys: ['Alt+k'], label: '登録ずみかもしれない方へ移る', group: '入力', run: toFirst }])
  return (
    <section ref={box} aria-labelledby="duplicates-heading" className="rounded-lg border border-line p-3">
      <h2 id="duplicates-heading" tabIndex={-1} className="flex items-center gap-2 font-bold">
        登録ずみかもしれない方
        <Key>Alt+K</Key>
      </h2>
      <p role="status" className="text-sm text-soft">
        {items === undefined
          ? '氏名、生年月日、電話を入れると、保険者全体から探します。'
          : items.length === 0
            ? '似た方は見つかりません。'
            : `${items.length}人います。同じ方でないか確かめてください。`}
      </p>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      <ul className="divide-y divide-line">
        {items?.map((one, index) => (
          <li
            key={one.id ?? `${one.name} ${one.birthYear} ${one.centreName} ${index}`}
            className="py-2 text-sm"
          >
            {one.masked ? (
              <Masked candidate={one} entry={entry} />
            ) : (
              <Known candidate={one} isForIntake={isForIntake} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same once more where the hand goes to save: on a small window the candidates stand far below. */
export function DuplicateReminder({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice tone="caution" title={`登録ずみかもしれない方が${count}人います`}>
      同じ方なら、登録せずにその方の記録を使うか、担当センターへ引き継ぎを依頼してください。
    </Notice>
  )
}

function Known({ candidate, isForIntake }: { candidate: DuplicateCandidate; isForIntake?: boolean }) {
  const { id, name, kana, birthOn, sex, townName, reasonLabel } = candidate
  const facts = [birthOn && formatDate(birthOn, 'short'), sex && sexWord(sex), townName].filter(Boolean)
  return (
    <>
      <p>
        <Status tone="caution">{reasonLabel}</Status>
      </p>
      <p>
        <AppLink to={isForIntake ? `/consultations/new?person=${id}&back=1` : `/people/${id}`}>
          {isForIntake ? `${name} さんの相談として受け付ける` : name}
        </AppLink>
        <span className="ml-2 text-soft">{kana}</span>
      </p>
      <p className="tabular-nums">{facts.join('　')}</p>
      <p>担当: {candidate.centreName ?? '未定'}</p>
    </>
  )
}

function Masked({ candidate, entry }: { candidate: DuplicateCandidate; entry: PersonEntry }) {
  const centres = useQuery(centresQuery)
  const phone = centres.data?.find(({ name }) => name === candidate.centreName)?.phone
  return (
    <>
      <p>
        <Status tone="caution">{candidate.reasonLabel}</Status>
      </p>
      <p className="font-bold">
        {candidate.name}
        <span className="ml-2 font-normal">{birthYearWord(candidate.birthYear)}</span>
      </p>
      <p>担当: {candidate.centreName ?? '未定'}</p>
      <p className="text-soft">
        担当の外の方なので、伏せています。引き継ぎは、担当センターへ依頼してください
        {phone ? `（電話 ${phone}）` : ''}。
      </p>
      <InquiryHere entry={entry} />
    </>
  )
}
