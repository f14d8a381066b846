import type { Leaf } from '../value-rows.ts'
import { isFields } from './entry.ts'
import { shownLeaf } from './shown.ts'

const FEW = 8

type FiguresProps = { value: unknown; leaves: readonly Leaf[] }

/** The answer on top: a few figures large, more of them as a table, a list of rows as one. */
export function Figures({ value, leaves }: FiguresProps) {
  const list = isFields(value)
    ? Object.entries(value).filter(([, one]) => Array.isArray(one) && one.every(isFields))
    : []
  const inLists = (path: string) => list.some(([key]) => path.startsWith(`${key}.`))
  const single = leaves.filter(({ path }) => !inLists(path))
  return (
    <div className="flex flex-col gap-4">
      {single.length > FEW ? <Many leaves={single} /> : <Few leaves={single} />}
      {list.map(([key]) => (
        <ListTable key={key} name={key} leaves={leaves.filter(({ path }) => path.startsWith(`${key}.`))} />
      ))}
    </div>
  )
}

const Few = ({ leaves }: { leaves: readonly Leaf[] }) => (
  <dl className="flex flex-wrap gap-x-8 gap-y-3">
    {leaves.map((leaf) => (
      <div key={leaf.path}>
        <dt className="text-sm text-soft">{leaf.label}</dt>
        <dd className="text-xl font-bold tabular-nums">{shownLeaf(leaf)}</dd>
      </div>
    ))}
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
              <th key={key} scope="col" className="px-2 py-1 text-right">
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
                  <td key={key} className="px-2 py-1 text-right tabular-nums">
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
