import { alignSteps } from '../align-steps.ts'
import type { RuleAnswer } from '../schema.ts'
import { type Leaf, leavesOf, type Titles } from '../value-rows.ts'

type Step = RuleAnswer['steps'][number]
type Parameter = RuleAnswer['parameters'][number]
export interface Sides<T> {
  left: T | null
  right: T | null
}

/** Figures of two answers by their place in the answer. */
export function compareLeaves(left: RuleAnswer, right: RuleAnswer, titles: Titles): Sides<Leaf>[] {
  const [first, second] = [left, right].map(({ value, steps }) => leavesOf(value, steps, titles)) as [
    Leaf[],
    Leaf[],
  ]
  return byKey(first, second, ({ path }) => path).filter(({ left, right }) => (left ?? right)?.isNamed)
}

export const compareSteps = (left: RuleAnswer, right: RuleAnswer): Sides<Step>[] =>
  alignSteps(left.steps, right.steps)

/** Legal numbers whose value is another on the other day, or that hold on one of the days only. */
export const changedParameters = (left: RuleAnswer, right: RuleAnswer): Sides<Parameter>[] =>
  byKey(left.parameters, right.parameters, ({ id }) => id).filter(
    (one) => JSON.stringify(one.left?.value) !== JSON.stringify(one.right?.value),
  )

function byKey<T>(left: readonly T[], right: readonly T[], keyOf: (one: T) => string): Sides<T>[] {
  const others = new Map(right.map((one) => [keyOf(one), one]))
  const pairs: Sides<T>[] = left.map((one) => {
    const other = others.get(keyOf(one)) ?? null
    others.delete(keyOf(one))
    return { left: one, right: other }
  })
  return [...pairs, ...[...others.values()].map((one) => ({ left: null, right: one }))]
}
