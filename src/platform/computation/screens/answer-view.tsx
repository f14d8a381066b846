import { Button } from '../../../ui/button/index.ts'
import { copyText, saveCsv } from '../../../ui/save/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { formatDate, type IsoDate } from '../../calendar/index.ts'
import type { Rule, RuleAnswer } from '../schema.ts'
import { type Leaf, leavesOf, type Titles } from '../value-rows.ts'
import { Derivation, Roundings } from './derivation.tsx'
import { csvRowsOf } from './export-rows.ts'
import { Figures } from './figures.tsx'
import { InForce } from './in-force.tsx'
import { shownLeaf } from './shown.ts'
import { summaryClass } from './structured-value.tsx'

type AnswerViewProps = { rule: Rule; answer: RuleAnswer; titles: Titles }

/** One answer: the figures, then how they came about. */
export function AnswerView({ rule, answer, titles }: AnswerViewProps) {
  const leaves = leavesOf(answer.value, answer.steps, titles)
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-soft">{formatDate(answer.on as IsoDate)}の数値による</p>
      <Figures value={answer.value} leaves={leaves} steps={answer.steps} />
      <Cautions cautions={answer.cautions} />
      <Derivation steps={answer.steps} />
      <Roundings roundings={answer.roundings} />
      <InForce answer={answer} />
      <Raw leaves={leaves} />
      <TakeAway rule={rule} answer={answer} leaves={leaves} />
    </div>
  )
}

export const Cautions = ({ cautions }: { cautions: readonly string[] }) =>
  [...new Set(cautions)].map((text) => <Notice key={text} tone="caution" title={text} />)

/** The answer as programs receive it: key by key, for whoever takes it into a file. */
const Raw = ({ leaves }: { leaves: readonly Leaf[] }) => (
  <details className="text-sm print:hidden">
    <summary className={summaryClass}>値を表で見る（API の名前つき）</summary>
    <section
      aria-label="値の表"
      className="relative mt-2 max-h-96 overflow-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full">
        <thead className="bg-shade">
          <tr>
            {['API の名前', '名前', '値'].map((head) => (
              <th key={head} scope="col" className="px-2 py-1 text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leaves.map((leaf) => (
            <tr key={leaf.path} className="border-b border-line">
              <td className="px-2 py-0.5">
                <code>{leaf.path || '（全体）'}</code>
              </td>
              <td className="px-2 py-0.5">{leaf.isNamed ? leaf.label : ''}</td>
              <td className="px-2 py-0.5 text-right tabular-nums">{shownLeaf(leaf)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)

function TakeAway({ rule, answer, leaves }: Omit<AnswerViewProps, 'titles'> & { leaves: readonly Leaf[] }) {
  const show = useToast()
  const copy = async () => {
    const text = leaves.map((leaf) => `${leaf.label}\t${leaf.value ?? ''}`).join('\r\n')
    show(
      (await copyText(text))
        ? '値を写しました。Excel などに貼り付けられます'
        : '写せませんでした。表を選んで写してください',
    )
  }
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      <Button size="small" onPress={() => void copy()}>
        値を写す
      </Button>
      <Button
        size="small"
        onPress={() => saveCsv(`試算_${rule.id}_${answer.on}.csv`, csvRowsOf(rule, answer, leaves))}
      >
        CSV に書き出す
      </Button>
    </div>
  )
}
