import { cellKey, keysOf, type Tree } from '../rules/count-table.ts'
import type { CountTable, Hidden } from '../rules/suppress.ts'

/** What somebody outside knows: every sum of the table over its hidden cells. */
interface Equation {
  /** hidden cells with their signs */
  terms: Map<string, number>
  equals: number
}

/** Sums along both trees, with what is shown moved to the right side. */
export function equationsOf({ places, measures, count }: CountTable, hidden: Hidden): Equation[] {
  const equations: Equation[] = []
  const say = (cells: [string, string, number][]) => {
    const terms = new Map<string, number>()
    let equals = 0
    for (const [place, measure, sign] of cells) {
      const key = cellKey(place, measure)
      if (hidden.has(key)) terms.set(key, sign)
      else equals -= sign * (count(place, measure) ?? Number.NaN)
    }
    if (terms.size > 0 && !Number.isNaN(equals)) equations.push({ terms, equals })
  }
  const inner = (tree: Tree): Tree[] => (tree.children?.length ? [tree, ...tree.children.flatMap(inner)] : [])
  for (const tree of measures) {
    for (const place of keysOf(places))
      for (const node of inner(tree))
        say([
          [place, node.key, 1],
          ...node.children!.map(({ key }): [string, string, number] => [place, key, -1]),
        ])
    for (const measure of keysOf(tree))
      for (const node of inner(places))
        say([
          [node.key, measure, 1],
          ...node.children!.map(({ key }): [string, string, number] => [key, measure, -1]),
        ])
  }
  return equations
}

const PRIME = 2_147_483_629n

const inverse = (value: bigint): bigint => {
  let [result, base, power] = [1n, value, PRIME - 2n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % PRIME
    base = (base * base) % PRIME
  }
  return result
}

/** Hidden cells that follow from the sums alone: those whose unit vector lies in the row space (rank modulo a large prime). */
export function determinedCells(equations: readonly Equation[], hidden: Hidden): string[] {
  const pivots = new Map<string, Map<string, bigint>>()
  for (const { terms } of equations) {
    let row = new Map([...terms].map(([key, sign]) => [key, (BigInt(sign) + PRIME) % PRIME]))
    for (const [pivot, reduced] of pivots) row = without(row, pivot, reduced)
    const lead = row.keys().next().value
    if (lead === undefined) continue
    const scale = inverse(row.get(lead)!)
    row = new Map([...row].map(([key, value]) => [key, (value * scale) % PRIME]))
    for (const [pivot, reduced] of pivots) pivots.set(pivot, without(reduced, lead, row))
    pivots.set(lead, row)
  }
  return [...hidden.keys()].filter((cell) => pivots.get(cell)?.size === 1)
}

function without(row: Map<string, bigint>, pivot: string, reduced: Map<string, bigint>): Map<string, bigint> {
  const times = row.get(pivot)
  if (times === undefined) return row
  const result = new Map(row)
  for (const [key, value] of reduced) {
    const left = ((result.get(key) ?? 0n) + PRIME - ((times * value) % PRIME)) % PRIME
    if (left === 0n) result.delete(key)
    else result.set(key, left)
  }
  return result
}

type Bounds = Map<string, [number, number]>

/** Tightens the limits of every cell by every sum until nothing moves; null: the sums contradict. */
export function narrowed(equations: readonly Equation[], start: Bounds): Bounds | null {
  const bounds = new Map([...start].map(([key, limits]): [string, [number, number]] => [key, [...limits]]))
  for (let moved = true; moved; ) {
    moved = false
    for (const { terms, equals } of equations) {
      for (const [key, sign] of terms) {
        let [least, most] = [equals, equals]
        for (const [other, otherSign] of terms) {
          if (other === key) continue
          const [low, high] = bounds.get(other)!
          least -= otherSign > 0 ? otherSign * high : otherSign * low
          most -= otherSign > 0 ? otherSign * low : otherSign * high
        }
        const [from, to] = sign > 0 ? [least, most] : [-most, -least]
        const limits = bounds.get(key)!
        if (from > limits[0]) [limits[0], moved] = [from, true]
        if (to < limits[1]) [limits[1], moved] = [to, true]
        if (limits[0] > limits[1]) return null
      }
    }
  }
  return bounds
}

/** Whether a hidden cell can hold another whole number, by search over all the others. */
export function canDiffer(
  equations: readonly Equation[],
  start: Bounds,
  cell: string,
  actual: number,
): boolean {
  const [low, high] = start.get(cell)!
  for (let away = 1; actual - away >= low || actual + away <= high; away += 1)
    for (const value of [actual - away, actual + away])
      if (value >= low && value <= high && solves(equations, new Map(start).set(cell, [value, value])))
        return true
  return false
}

function solves(equations: readonly Equation[], start: Bounds): boolean {
  const bounds = narrowed(equations, start)
  if (!bounds) return false
  const open = [...bounds].filter(([, [low, high]]) => low < high)
  const [next] = open.sort((a, b) => a[1][1] - a[1][0] - (b[1][1] - b[1][0]))
  if (!next) return true
  const [key, [low, high]] = next
  for (let value = low; value <= high; value += 1)
    if (solves(equations, new Map(bounds).set(key, [value, value]))) return true
  return false
}
