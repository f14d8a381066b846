import { systemClock } from '../../platform/clock.ts'
import { allParameters, isUnread, type Parameter } from '../find-parameters.ts'
import { inForce, NoValueInForce } from '../in-force.ts'
import type { Confidence, DatedEntry, EffectDate } from '../types.ts'

type Values = Record<string, string | boolean | undefined>
type Say = (text: string) => void

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  seen: '',
  secondary: '二次資料による',
  recalled: '出典未確認',
  unverified: '出典未確認',
  decided: '本ソフトの決め',
}
const STATUS = { provisional: '仮置き', draft: '案' } as const

export async function listParameters(values: Values, say: Say): Promise<number> {
  const on = dayOf(values.on)
  if (on === null) return refused(wrongDay(values.on))
  const parameters = await allParameters()
  if (values.json === true) {
    say(JSON.stringify(parameters, null, 2))
    return 0
  }
  for (const parameter of parameters) {
    const entry = entryOn(parameter, on)
    say(`${parameter.id}  ${parameter.title}`)
    say(`    ${entry ? line(entry, parameter.unit) : `${on} に効力のある値はありません。`}`)
  }
  say(`\n${parameters.length}件。くわしくは bin/meguri law show <名前>`)
  return 0
}

export async function showParameter([id]: string[], values: Values, say: Say): Promise<number> {
  const parameter = (await allParameters()).find((one) => one.id === id)
  if (!parameter)
    return refused(`制度の数値「${id ?? ''}」はありません。一覧は bin/meguri law list で見られます。`)
  const on = values.on === undefined ? undefined : dayOf(values.on)
  if (on === null) return refused(wrongDay(values.on))
  const entry = on === undefined ? undefined : entryOn(parameter, on)
  if (entry === null) return refused(`${parameter.title}: ${on} に効力のある値はありません。`)
  const shown = entry ? { ...parameter, history: [entry] } : parameter
  if (values.json === true) {
    say(JSON.stringify(shown, null, 2))
    return 0
  }
  say(
    `${parameter.title}（${parameter.id}）\n単位: ${parameter.unit}\n出典を確かめた日: ${parameter.checkedOn}`,
  )
  for (const one of shown.history) {
    say(`${one.from}から${one.to ? `${one.to}まで` : ''}  ${line(one, parameter.unit)}`)
    say(
      `    ${one.source.text}${one.source.url ? ` ${one.source.url}` : ''}${one.note ? `\n    ${one.note}` : ''}`,
    )
  }
  return 0
}

export async function listUnverified(values: Values, say: Say): Promise<number> {
  const open = (await allParameters()).flatMap((parameter) => {
    const history = parameter.history.filter(isUnread)
    return history.length > 0 ? [{ ...parameter, history }] : []
  })
  if (values.json === true) {
    say(JSON.stringify(open, null, 2))
    return 0
  }
  for (const { id, title, unit, history } of open) {
    say(`${id}  ${title}`)
    for (const entry of history) say(`    ${entry.from}から  ${line(entry, unit)}  ${entry.source.text}`)
  }
  say(`\n出典を確かめていない数値 ${open.length}件`)
  return 0
}

function line(entry: DatedEntry<unknown>, unit: string): string {
  const marks = [CONFIDENCE[entry.confidence], entry.status ? STATUS[entry.status] : ''].filter(
    (mark) => mark,
  )
  const value =
    typeof entry.value === 'number' ? entry.value.toLocaleString('en-US') : JSON.stringify(entry.value)
  return `${value} ${unit}${marks.length > 0 ? `  【${marks.join('・')}】` : ''}`
}

function entryOn(parameter: Parameter, on: EffectDate): DatedEntry<unknown> | null {
  try {
    return inForce(parameter, on)
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}

function dayOf(text: string | boolean | undefined): EffectDate | null {
  if (text === undefined) return systemClock.today().toString()
  try {
    const day = Temporal.PlainDate.from(String(text)).toString()
    return day === text ? day : null
  } catch {
    return null
  }
}

const wrongDay = (text: unknown) => `--on ${text}: 実在する日付を「2026-04-01」の形で書いてください。`

function refused(reason: string): number {
  console.error(reason)
  return 2
}
