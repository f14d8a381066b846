import { isUnread } from '../../../law/find-parameters.ts'
import type { Dated } from '../../../law/types.ts'
import { systemClock } from '../../clock.ts'
import { stepsAsText } from '../../explanation/index.ts'
import type { AnyRule } from '../definition.ts'
import { isCountable } from '../fields.ts'
import { inForceOrNull } from '../law-values.ts'
import { type Answer, type Outcome, runRule } from '../run-rule.ts'
import { inputsOf, type Written } from './inputs.ts'
import { namedRule, refused } from './list-rules.ts'

type Values = Record<string, string | boolean | undefined>
type Say = (text: string) => void

const AT_ONCE = 65_536
const FAULT = {
  code: 'fault',
  path: '',
  message: 'めぐりの不具合で、この行を計算できませんでした。ほかの行の結果はそのまま使えます。',
}

/** Runs a rule over a file: one input → its value; one a line → one result line each, in order, a bad one among them. */
export async function runFromFile(words: string[], values: Values, say: Say): Promise<number> {
  const rule = await namedRule(words[0])
  if (typeof rule === 'string') return refused(rule)
  if (typeof values.input !== 'string') return refused('--input にファイルの名前か - を書いてください。')
  const on = dayOf(values.on)
  if (on === null)
    return refused(
      `--on ${values.on}: 1868年から2199年までの実在する日付を「2026-04-01」の形で書いてください。`,
    )
  const ask = (written: Written): Outcome => {
    if ('broken' in written)
      return { ok: false, problems: [{ path: '', code: 'not-json', message: written.broken }] }
    try {
      return runRule(rule, written.input, { on, isExplained: values.steps === true })
    } catch (error) {
      if (written.line === null) throw error
      console.error(`${written.line}行目: ${error instanceof Error ? error.stack : error}`)
      return { ok: false, problems: [FAULT] } // a fault of ours costs this line, never the others
    }
  }
  let held = ''
  let isBad = false
  try {
    for await (const written of inputsOf(values.input)) {
      const outcome = ask(written)
      isBad ||= !outcome.ok
      if (written.line === null) return sayOne(rule, outcome, values, say)
      held += `${held ? '\n' : ''}${JSON.stringify(asJson(outcome, values.steps === true, written.line))}`
      if (held.length < AT_ONCE) continue
      say(held)
      held = ''
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'path' in error)
      return refused(`${values.input}: ファイルを読めません。名前と置き場所を確かめてください。`)
    throw error
  }
  if (held) say(held)
  return isBad ? 2 : 0
}

function dayOf(text: string | boolean | undefined): string | null {
  if (text === undefined) return systemClock.today().toString()
  try {
    const day = Temporal.PlainDate.from(String(text), { overflow: 'reject' }).toString()
    return day === text && isCountable(day) ? day : null
  } catch {
    return null
  }
}

function asJson(outcome: Outcome, isExplained: boolean, line?: number) {
  if (!outcome.ok) return { ...(line === undefined ? {} : { line }), errors: outcome.problems }
  return isExplained ? outcome.answer : outcome.answer.value
}

function sayOne(rule: AnyRule, outcome: Outcome, values: Values, say: Say): number {
  const isExplained = values.steps === true
  if (values.json === true) say(JSON.stringify(asJson(outcome, isExplained), null, 2))
  if (!outcome.ok) {
    if (values.json !== true)
      for (const { path, message } of outcome.problems) console.error(path ? `${path}: ${message}` : message)
    return 2
  }
  const { answer } = outcome
  if (values.json !== true) {
    say(`${rule.id} ${rule.title}（${answer.on} の数値による）`)
    say(typeof answer.value === 'object' ? JSON.stringify(answer.value, null, 2) : String(answer.value))
    if (isExplained) say(stepsAsText(answer.steps))
    for (const { label, loss, unit } of answer.roundings)
      if (isExplained && loss !== '0') say(`端数: ${label} ${loss} ${unit}`)
  }
  for (const text of warnings(rule, answer)) console.error(`注意: ${text}`)
  return 0
}

/** Cautions of the answer, and the legal numbers behind it that nobody has read in their source. */
function warnings(rule: AnyRule, answer: Answer): string[] {
  const unread = (Object.values(rule.parameters) as Dated<unknown>[]).flatMap((parameter) => {
    const found = inForceOrNull(parameter, answer.on)
    return found && isUnread(found) ? [`${parameter.title}: 出典未確認（${found.source.text}）`] : []
  })
  return [...answer.cautions, ...unread]
}
