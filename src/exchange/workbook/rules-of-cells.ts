import { type CellAt, contains, parseRange, type Range } from './reference.ts'
import { textBetween } from './xml-tags.ts'

/** 入力規則 of a range, as far as it can be checked without computing a formula. */
export interface Rule {
  ranges: Range[]
  type: 'whole' | 'decimal' | 'list'
  /** of lists written out in the rule */
  choices: string[] | null
  lowest: number | null
  highest: number | null
  /** 停止 refuses; the others only warn */
  isStrict: boolean
}

/** @param inside the formulas of the rule @returns null: nothing that can be checked */
export function readRule(attributes: Record<string, string>, inside: string): Rule | null {
  const { type, operator = 'between', sqref = '', errorStyle = 'stop' } = attributes
  if (type !== 'whole' && type !== 'decimal' && type !== 'list') return null
  const ranges = sqref.split(/\s+/).flatMap((text) => parseRange(text) ?? [])
  const [first = null, second = null] = [1, 2].map((n) => {
    const found = new RegExp(`<((?:\\w+:)?formula${n})>([\\s\\S]*?)</\\1>`).exec(inside)
    return found ? textBetween(found[2] ?? '', 0, (found[2] ?? '').length) : null
  })
  const isStrict = errorStyle === 'stop'
  if (type === 'list') {
    const written = /^"([\s\S]*)"$/.exec(first ?? '')?.[1]
    const choices = written === undefined ? null : written.split(',').map((choice) => choice.trim())
    return { ranges, type, choices, lowest: null, highest: null, isStrict }
  }
  return { ranges, type, choices: null, ...limits(operator, numberOf(first), numberOf(second)), isStrict }
}

const numberOf = (text: string | null): number | null =>
  text !== null && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null

function limits(operator: string, first: number | null, second: number | null) {
  if (operator === 'between') return { lowest: first, highest: second }
  if (operator === 'greaterThanOrEqual' || operator === 'greaterThan') return { lowest: first, highest: null }
  if (operator === 'lessThanOrEqual' || operator === 'lessThan') return { lowest: null, highest: first }
  return { lowest: null, highest: null }
}

/** The rule that the value breaks, if any. */
export function brokenRule(rules: readonly Rule[], at: CellAt, value: number | string): Rule | undefined {
  return rules.find((rule) => rule.ranges.some((range) => contains(range, at)) && !isKept(rule, value))
}

function isKept({ type, choices, lowest, highest }: Rule, value: number | string): boolean {
  if (type === 'list') return choices === null || choices.includes(String(value))
  if (typeof value !== 'number') return false
  if (type === 'whole' && !Number.isInteger(value)) return false
  return (lowest === null || value >= lowest) && (highest === null || value <= highest)
}
