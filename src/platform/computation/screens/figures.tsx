import type { RuleAnswer } from '../schema.ts'
import type { Leaf } from '../value-rows.ts'
import { isFields } from './entry.ts'
import { shownLeaf, shownValue } from './shown.ts'

const FEW = 8

type FiguresProps = { value: unknown; leaves: readonly Leaf[]; steps: RuleAnswer['steps'] }

/**
 * The answer on top: a few figures large, more of them as a table, a list of rows as one. Without a name for any of them, the
 * last line of the derivation says it.
 */
export function Figures({ value, leaves, steps }: FiguresProps) {
  const list = isFields(value)
    ? Object.entries(value).filter(([, one]) => Array.isArray(one) && one.every(isFields))
    : []
  const inLists = (path: string) => list.some(([key]) => path.startsWith(`${key}.`))
  const named = leaves.filter(({ isNamed }) => isNamed)
  const single = named.filter(({ path }) => !inLists(path))
  const last = steps.findLast((step) => step.value !== undefined)
  if (named.length === 0 && last)
    return <Figure name={last.label} text={shownValue(last.value ?? null, last.unit)} />
  return (
    <div className="flex flex-col gap-4">
      {single.length > FEW ? <Many leaves={single} /> : null}
      {single.length > 0 && single.length <= FEW ? <Few leaves={single} /> : null}
      {list.map(([key]) => (
        <ListTable key={key} name={key} leaves={named.filter(({ path }) => path.startsWith(`${key}.`))} />
      ))}
    </div>
  )
}

const Few = ({ leaves }: { leaves: readonly Leaf[] }) => (
  <div className="flex flex-wrap gap-x-8 gap-y-3">
    {leaves.map((leaf) => (
      <Figure key={leaf.path} name={leaf.label} text={shownLeaf(leaf)} />
    ))}
  </div>
)

const Figure = ({ name, text }: { name: string; text: string }) => (
  <dl>
    <dt className="text-sm text-soft">{name}</dt>
    <dd className="text-xl font-bold tabular-nums">{text}</dd>
  </dl>
)

const Many = ({ leaves }: { leaves: readonly Leaf[] }) => (
  <table className="w-full text-sm">
    <caption className="sr-only">結果の値</caption>
    <tbody>
      {leaves.map((leaf) => (
        <tr key={leaf.path} className="border-b border-line">
          <th scope="row" className="px-2 py-1 text-left font-normal">
            {leaf.label}
          </th>
          <td className="px-2 py-1 text-right font-bold tabular-nums">{shownLeaf(leaf)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Rows of the answer (stages, years) under the headings of their keys. */
function ListTable({ name, leaves }: { name: string; leaves: readonly Leaf[] }) {
  if (leaves.length === 0) return null
  const rows = new Map<string, Leaf[]>()
  for (const leaf of leaves) {
    const at = leaf.path.split('.')[1] ?? ''
    rows.set(at, [...(rows.get(at) ?? []), leaf])
  }
  const keyOf = (leaf: Leaf) => leaf.path.split('.').slice(2).join('.')
  const heads = new Map<string, string>()
  for (const leaf of leaves) if (!heads.has(keyOf(leaf))) heads.set(keyOf(leaf), headOf(leaf))
  return (
    <section
      aria-label={`結果の表 ${name}`}
      className="relative overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full text-sm">
        <caption className="sr-only">結果の表</caption>
        <thead className="bg-shade">
          <tr>
            {[...heads].map(([key, head]) => (
              <th key={key} scope="col" className="px-2 py-1 text-right whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([at, cells]) => (
            <tr key={at} className="border-b border-line">
              {[...heads.keys()].map((key) => {
                const leaf = cells.find((one) => keyOf(one) === key)
                return (
                  <td key={key} className="px-2 py-1 text-right whitespace-nowrap tabular-nums">
                    {leaf ? shownLeaf(leaf) : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** 「段階 1番目 年額（円）」 stands under 「年額（円）」. */
const headOf = ({ label }: Leaf) => label.split(/ \d+番目 /).at(-1) ?? label
