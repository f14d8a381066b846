import type { z } from 'zod'
import { NoValueInForce } from '../../law/in-force.ts'
import type { Dated, EffectDate } from '../../law/types.ts'
import {
  DIRECTION_LABELS,
  decimalText,
  divide,
  InexactQuotient,
  product,
  type Ratio,
  TooLarge,
} from '../exact/index.ts'
import type { Step } from '../explanation/index.ts'
import type { AnyRule, Parameters, Rounding, RuleContext, RuleDefinition } from './definition.ts'
import { inputSchemaOf, titleAt } from './input-schema.ts'
import { lawOn, watched } from './law-values.ts'
import { type RuleProblem, RuleRefusal } from './rule-error.ts'

export interface Answer<O = unknown> {
  value: O
  /** the day whose values were used */
  on: EffectDate
  /** empty unless asked for */
  steps: Step[]
  roundings: Rounding[]
  cautions: string[]
}
export type Outcome<O = unknown> =
  | { ok: true; answer: Answer<O> }
  | { ok: false; problems: readonly RuleProblem[] }

export interface Asked {
  /** the day when the input names none; never read from the clock in here */
  on: EffectDate
  /** with the derivation */
  isExplained?: boolean
  /** the input has passed the rule's schema already */
  isParsed?: boolean
}

/** Checks the input and runs a rule: value with roundings and steps, or every reason why there is none. */
export function runRule<P extends Parameters, S extends z.ZodType, O>(
  rule: RuleDefinition<P, S, O>,
  input: unknown,
  asked: Asked,
): Outcome<O> {
  let parsed = input as z.output<S>
  if (!asked.isParsed) {
    const checked = rule.input.safeParse(input, UNSAID)
    if (!checked.success) return { ok: false, problems: problemsOf(checked.error, rule) }
    parsed = checked.data
  }
  try {
    const on = rule.dateOf ? rule.dateOf(parsed) : asked.on
    const answer: Answer<O> = { value: undefined as O, on, steps: [], roundings: [], cautions: [] }
    answer.value = rule.compute(parsed, contextOf(rule.parameters, on, answer, asked.isExplained === true))
    return { ok: true, answer }
  } catch (error) {
    return { ok: false, problems: reasonsOf(error, rule) }
  }
}

function contextOf<P extends Parameters>(
  parameters: P,
  on: EffectDate,
  { steps, roundings, cautions }: Answer,
  isExplained: boolean,
): RuleContext<P> {
  const { law, entry } = watched(lawOn(parameters, on), (text) => {
    if (!cautions.includes(text)) cautions.push(text)
  })
  return {
    on,
    law,
    entry,
    note: isExplained ? (step) => void steps.push(step) : undefined,
    round(label, exact, direction, to = 1, unit = '円') {
      const result = divideNamed(label, exact, direction, to)
      roundings.push({ label, direction, to, unit, loss: lossOf(exact, result) })
      if (isExplained)
        steps.push({
          label: `${label}（端数処理前）`,
          value: decimalText(exact, 4),
          unit,
          formula:
            direction === 'none' ? DIRECTION_LABELS.none : `${to}${unit}未満を${DIRECTION_LABELS[direction]}`,
        })
      return result
    },
    caution: (text) => void cautions.push(text),
  }
}

function divideNamed(label: string, exact: Ratio, direction: Rounding['direction'], to: number): number {
  try {
    return divide(exact, direction, to)
  } catch (error) {
    if (!(error instanceof InexactQuotient)) throw error
    const message = `${label}: ${decimalText(exact, 4)} となり、端数が出ます。端数処理（切捨て・四捨五入・切上げと単位）を選んでください。`
    throw new RuleRefusal([{ code: 'inexact', path: '', message }])
  }
}

/** result − exact, as text of an exact fraction. */
function lossOf({ over, under }: Ratio, result: number): string {
  const back = product(result, under)
  const rest =
    typeof back === 'number' && typeof over === 'number' ? back - over : BigInt(back) - BigInt(over)
  return rest === 0 || rest === 0n ? '0' : `${rest}/${under}`
}

/** Every issue in Japanese: what no field's own message says is said here. */
function problemsOf(error: z.ZodError, rule: AnyRule): RuleProblem[] {
  return error.issues.flatMap((issue): RuleProblem[] => {
    const { path, code = 'invalid', message } = issue
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        code,
        message: `「${key}」は、この規則の入力にない項目です。項目の名前を確かめるか、消してください。`,
      }))
    const at = path.join('.')
    const said = message === UNSAID.error() ? misshapen(titleAt(inputSchemaOf(rule), path), at) : message
    return [{ path: at, code, message: said }]
  })
}

const misshapen = (title: string | null, at: string): string =>
  at === ''
    ? '入力の形が違います。入力の形（JSON Schema）を確かめてください。'
    : `${title ? `${title}（${at}）` : `「${at}」`}: 入力がないか、形が違います。入力の形（JSON Schema）を確かめてください。`
/** For what no field has a message of its own; zod's, in whatever language, name no field. */
const UNSAID = { error: () => 'unsaid' }

/** @throws the error itself when it is a fault of ours */
function reasonsOf(error: unknown, rule: AnyRule): readonly RuleProblem[] {
  if (error instanceof RuleRefusal) return error.problems
  if (error instanceof TooLarge)
    return [
      {
        code: 'too-large',
        path: '',
        message:
          '計算の途中の数が大きすぎて、1円まで正確に数えられません。入力した数の桁と単位（円・千円・人）を確かめてください。',
      },
    ]
  if (error instanceof NoValueInForce) {
    const parameters = Object.values(rule.parameters) as Dated<unknown>[]
    const title = parameters.find(({ id }) => id === error.parameterId)?.title ?? error.parameterId
    const message = `${title}: ${error.date} に効力のある値が登録されていません。日付を確かめるか、「制度の数値」で値のある期間を見てください。`
    return [{ code: 'no-value-in-force', path: '', message }]
  }
  throw error
}
