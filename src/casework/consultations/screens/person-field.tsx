import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { SelectField, useField } from '../../../ui/form/index.ts'
import { useShortcuts } from '../../../ui/keys/index.ts'
import { AppLink, useGo } from '../../../ui/link/index.ts'
import { SearchBox } from '../../../ui/shell/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { CHANNELS, labelOf, UNNAMED_AGE_BANDS, UNNAMED_SEXES } from '../codes.ts'
import { listAreas, personSheet, type Sheet } from './api.ts'
import type { EntryPerson } from './entry.ts'
import { type FieldsProps, focusIn, focusText, optionsOf } from './field-parts.ts'

const unknown = { ageBand: 'unknown', sex: 'unknown', areaId: '' }

/** About whom: search in the field, or 「氏名がわからない」 with what the caller can say. */
export function PersonField({ entry, set, isFixed }: FieldsProps & { isFixed?: boolean }) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [isAgain, setAgain] = useState(false)
  const go = useGo()
  const { id, message } = useField('personId', null, () => null)
  const toUnnamed = () => {
    set({ person: null, unnamed: entry.unnamed ?? unknown })
    setAgain(true)
  }
  const search = () => {
    set({ person: null, unnamed: null })
    setAgain(true)
  }
  useEffect(() => {
    // Only after a change by hand: the page itself decides where its first focus is.
    if (isAgain && !entry.person) focusIn(box.current)
  }, [isAgain, entry.person])
  const toRegister = () => {
    // the draft of this call is kept as the page goes; the registration leads back to it
    window.dispatchEvent(new Event('meguri:keep-drafts'))
    void go('/people/new?for=intake')
  }
  useShortcuts(
    [{ keys: ['Alt+n'], label: '登録のない方を登録する', group: '入力', run: toRegister }],
    !isFixed && entry.person === null,
  )
  useShortcuts(
    [{ keys: ['Alt+u'], label: '対象者の氏名がわからない', group: '入力', run: toUnnamed }],
    !isFixed,
  )
  return (
    <fieldset ref={box} className="m-0 flex flex-col gap-1">
      <legend className="font-bold">
        対象者<span className="ml-2 text-sm font-normal text-danger">※必須</span>
      </legend>
      {entry.person ? (
        <Chosen person={entry.person} onAgain={isFixed ? null : search} />
      ) : entry.unnamed ? (
        <Unnamed entry={entry} set={set} onSearch={isFixed ? null : search} />
      ) : (
        <div id={id} className="flex flex-wrap items-center gap-2">
          <div className="min-w-56 flex-1">
            <SearchBox
              label="対象者（カナ・番号・電話・住所）"
              onOpen={({ id: personId, name, kana }) => {
                set({ person: { id: personId, name, kana }, unnamed: null })
                focusText()
              }}
            />
          </div>
          <Button size="small" shortcut="Alt+U" onPress={toUnnamed}>
            氏名がわからない
          </Button>
          {isFixed ? null : (
            <Button size="small" shortcut="Alt+N" onPress={toRegister}>
              登録のない方を登録する
            </Button>
          )}
        </div>
      )}
      {message ? <p className="text-sm text-danger">{message}</p> : null}
    </fieldset>
  )
}

/** Who it is, in one look: enough to be sure on the telephone, and what must be known before speaking. */
function Chosen({ person, onAgain }: { person: EntryPerson; onAgain: (() => void) | null }) {
  const { data } = useQuery({ queryKey: ['sheet', person.id], queryFn: () => personSheet(person.id) })
  return (
    <div className="rounded-lg border border-accent bg-accent-soft px-3 py-1.5">
      <div className="flex flex-wrap items-end gap-x-3">
        <span className="text-lg leading-tight font-bold">
          <ruby>
            {person.name}
            <rp>（</rp>
            <rt className="font-normal text-soft">{person.kana}</rt>
            <rp>）</rp>
          </ruby>
        </span>
        <span className="text-sm tabular-nums">{data ? factsOf(data) : '読み込んでいます…'}</span>
        <span className="ml-auto">
          {onAgain ? (
            <Button size="small" look="quiet" onPress={onAgain}>
              選び直す
            </Button>
          ) : null}
        </span>
      </div>
      {data ? <Background sheet={data} /> : null}
    </div>
  )
}

const sexes = { male: '男', female: '女', other: 'その他', unknown: '' } as const

function factsOf({ person }: Sheet): string {
  const parts = [
    person.birthOn ? `${formatDate(person.birthOn, 'short')}生` : '生年月日不明',
    person.ageYears === null ? '' : `${person.ageYears}歳`,
    sexes[person.sex],
    person.address?.townName,
    person.centre && !person.centre.own ? person.centre.name : '',
    person.staff ? `担当 ${person.staff.name}` : '',
  ]
  return parts.filter(Boolean).join('　')
}

function Background({ sheet }: { sheet: Sheet }) {
  const { flags, lastConsultation: last, counts, person } = sheet
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      {flags.map((flag) => (
        <span key={flag.kind} className="flex flex-wrap items-center gap-1">
          <Status tone={flag.kind === 'caller-warning' ? 'danger' : 'caution'}>{flag.label}</Status>
          {flag.reason}
        </span>
      ))}
      <span className="line-clamp-1">
        {last
          ? `前回 ${formatDate(last.receivedOn, 'short')} ${labelOf(CHANNELS, last.channel)}（${last.staffName ?? '記録者不明'}）${last.text}`
          : 'これまでの相談はありません'}
      </span>
      <AppLink to={`/people/${person.id}`}>
        相談{counts.consultations.toLocaleString('ja-JP')}件・予定{counts.openTasks.toLocaleString('ja-JP')}件
      </AppLink>
    </div>
  )
}

function Unnamed({ entry, set, onSearch }: FieldsProps & { onSearch: (() => void) | null }) {
  const value = entry.unnamed ?? unknown
  const areas = useQuery({ queryKey: ['areas'], queryFn: listAreas, staleTime: 600_000 })
  const put = (change: Partial<typeof value>) => set({ unnamed: { ...value, ...change } })
  return (
    <div className="rounded-lg border border-edge px-3 py-2">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-32 flex-1">
          <SelectField
            name="unnamed.ageBand"
            label="年齢層"
            options={optionsOf(UNNAMED_AGE_BANDS)}
            value={value.ageBand}
            onChange={(ageBand) => put({ ageBand: ageBand || 'unknown' })}
          />
        </div>
        <div className="min-w-28 flex-1">
          <SelectField
            name="unnamed.sex"
            label="性別"
            options={optionsOf(UNNAMED_SEXES)}
            value={value.sex}
            onChange={(sex) => put({ sex: sex || 'unknown' })}
          />
        </div>
        <div className="min-w-36 flex-1">
          <SelectField
            name="unnamed.areaId"
            label="圏域"
            blank="わからない"
            options={(areas.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={value.areaId}
            onChange={(areaId) => put({ areaId })}
          />
        </div>
        {onSearch ? (
          <Button size="small" look="quiet" onPress={onSearch}>
            氏名で探す
          </Button>
        ) : null}
      </div>
    </div>
  )
}
