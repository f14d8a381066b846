import { useMemo, useRef, useState } from 'react'
import { Button } from '../../../ui/button/index.ts'
import { SingleCheck } from '../../../ui/choice/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DateField } from '../../../ui/date-field/index.ts'
import { EntryForm } from '../../../ui/form/index.ts'
import { Problem } from '../../../ui/http/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { ScreenOnly } from '../../../ui/print/index.ts'
import { formatDate, type IsoDate, isIsoDate } from '../../calendar/index.ts'
import type { Rule } from '../schema.ts'
import { type Side, sideOf } from './api.ts'
import { FieldEditor } from './editors.tsx'
import { entryOf, inputOf } from './entry.ts'
import { Examples } from './examples.tsx'
import { childrenOf, type Field, fieldOf, titlesOf } from './field.ts'
import { Result, type Shown } from './result.tsx'
import { type Taker, Takers } from './table-field.tsx'

const asDay = (word: string): IsoDate | null => (isIsoDate(word) ? word : null)
const usesSettings = (field: Field): boolean =>
  field.setting !== null || childrenOf(field).some((one) => usesSettings(one))

/** The form that a rule's schema asks for, its examples, and what comes out for one day or two. The input stays in memory only. */
export function Trial({ rule }: { rule: Rule }) {
  const field = useMemo(() => fieldOf(rule.input), [rule])
  const titles = useMemo(() => new Map([...titlesOf(field), ...Object.entries(rule.labels)]), [field, rule])
  const { today } = useClock()
  const first = rule.cases[0]
  const [onWord, setOnWord] = useAddressWord('on', first?.on ?? today())
  const [withWord, setWithWord] = useAddressWord('with', '')
  const [on, setOn] = useState(asDay(onWord))
  const [other, setOther] = useState(asDay(withWord))
  const [entry, setEntry] = useState<unknown>(() => entryOf(field, first?.input ?? {}))
  const [filling, setFilling] = useState(0)
  const [own, setOwn] = useState(true)
  const [shown, setShown] = useState<Shown | null>(null)
  const [kept, setKept] = useState<Side | null>(null)
  const latest = useRef(entry)
  const takers = useRef(new Map<string, Taker>())
  const hasOwn = own && usesSettings(field)
  const put = (next: unknown) => {
    latest.current = next // the form sends what was typed last, drawn or not
    setEntry(next)
  }
  const fill = (at: number) => {
    const one = rule.cases[at]
    if (!one) return
    put(entryOf(field, one.input))
    setFilling((count) => count + 1)
    setOn(asDay(one.on))
    setOnWord(one.on)
  }
  const submit = async () => {
    const input = inputOf(field, latest.current) ?? {}
    const asked = { input, own: hasOwn }
    const days = rule.decidedBy === 'input' ? [undefined] : [on, other].filter((day) => day !== null).sort()
    const sides: Side[] = []
    for (const day of days.length > 0 ? days : [undefined])
      sides.push(await sideOf(day ? formatDate(day) : '今の入力', rule.id, { ...asked, on: day }))
    const refused = sides.every(({ refusal }) => refusal) ? sides[0]?.refusal : null
    if (refused) throw placed(refused, takers.current)
    setShown({ input, sides, count: (shown?.count ?? 0) + 1 })
  }
  const isStale =
    shown !== null && JSON.stringify(inputOf(field, entry) ?? {}) !== JSON.stringify(shown.input)
  return (
    <>
      <ScreenOnly>
        <Examples cases={rule.cases} onFill={fill} />
        <Takers.Provider value={takers.current}>
          <EntryForm
            label={`${rule.title}の入力`}
            submitLabel="試算する"
            busyLabel="計算しています…"
            onSubmit={submit}
            actions={
              shown?.sides.length === 1 && shown.sides[0]?.answer ? (
                <Button
                  onPress={() => setKept(shown.sides[0] ? { ...shown.sides[0], title: '残した結果' } : null)}
                >
                  この結果を残して、次と比べる
                </Button>
              ) : null
            }
          >
            <Days rule={rule}>
              <DateField
                name="on"
                label="基準日"
                description="この日に効力のある数値で計算します。例: R6.4.1　2024-04-01"
                value={on}
                onChange={(day) => {
                  setOn(day)
                  if (day) setOnWord(day)
                }}
                isRequired
                offersToday
              />
              <DateField
                name="with"
                label="比べる日"
                description="改定で何が変わるかを見るとき、もう一つの日を入れます。空欄なら比べません。"
                value={other}
                onChange={(day) => {
                  setOther(day)
                  setWithWord(day ?? '')
                }}
              />
            </Days>
            {usesSettings(field) ? (
              <SingleCheck label="空欄は、保険者の設定で補う" isSelected={own} onChange={setOwn} />
            ) : null}
            <FieldEditor
              key={filling}
              field={{ ...field, title: '入力' }}
              path=""
              value={entry}
              onChange={put}
              hasOwn={hasOwn}
            />
          </EntryForm>
        </Takers.Provider>
      </ScreenOnly>
      <Result
        rule={rule}
        field={field}
        titles={titles}
        shown={shown}
        kept={kept}
        isStale={isStale}
        onForget={() => setKept(null)}
      />
    </>
  )
}

const Days = ({ rule, children }: { rule: Rule; children: React.ReactNode }) =>
  rule.decidedBy === 'input' ? (
    <p className="text-sm">
      この計算で使う数値は、入力の中の日付や期で決まります。ちがう日を比べるときは、結果を残してから入力を変えて試算してください。
    </p>
  ) : (
    <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">{children}</div>
  )

/** A refusal whose rows were handed to their tables. */
function placed(problem: Problem, takers: ReadonlyMap<string, Taker>): Problem {
  const errors = [...takers.values()].reduce((left, take) => take(left), problem.errors)
  const { status, code, title, detail, requestId, retryAfterSeconds } = problem
  return new Problem({ status, code, title, detail, requestId, retryAfterSeconds, errors })
}
