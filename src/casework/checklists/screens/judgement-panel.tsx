import { rangeText } from '../rules/frailty.ts'
import { ANY_TIME, CriterionWord, frailtyWord, JUDGEMENT_MEANING, JudgementHead } from './result-words.tsx'
import type { Shown } from './shown.ts'
import { FoldedSteps, SourceMark } from './steps.tsx'

interface JudgementPanelProps {
  /** null: no criteria in force on that day */
  shown: Shown | null
  /** while the paper is typed: how many rows are still open */
  openCount?: number
}

/** What the answers show so far: the seven criteria, the total, the reading of it, and how each came about. */
export function JudgementPanel({ shown, openCount = 0 }: JudgementPanelProps) {
  if (!shown)
    return (
      <p className="text-sm text-caution">
        実施日に効力のある基準がありません。実施日を確かめてください（基準は平成27年4月1日から）。
      </p>
    )
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm text-soft">
        判定案{openCount > 0 ? `（入力中、残り${openCount}問）` : '（確認は専門職が行います）'}
      </p>
      <JudgementHead judgement={shown.judgement} />
      <Criteria shown={shown} />
      <Frailty frailty={shown.frailty} />
      {shown.notes.includes('certificationRuns') ? (
        <p className="text-sm">要介護・要支援の認定が有効な間は、登録は始まりません。</p>
      ) : null}
      {shown.notes.includes('insuredTypeUnknown') ? (
        <p className="text-sm text-caution">
          生年月日が分からないため、被保険者の種別を決められません。生年月日を確かめてください。
        </p>
      ) : null}
      <p className="text-xs text-soft">{JUDGEMENT_MEANING[shown.judgement]}</p>
      <p className="text-sm font-bold">{ANY_TIME}</p>
      <FoldedSteps title="判定と目安の根拠を見る" steps={shown.steps} />
    </div>
  )
}

function Criteria({ shown: { criteria, steps } }: { shown: Shown }) {
  const first = steps.find(({ label }) => label === criteria[0]?.label)
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">基準ごとの該当の数と判定</caption>
      <thead className="bg-shade text-xs">
        <tr>
          <th scope="col" className="px-1.5 py-0.5 text-left">
            基準（様式第二） {first ? <SourceMark step={first} /> : null}
          </th>
          <th scope="col" className="px-1 py-0.5 text-right whitespace-nowrap">
            数／基準
          </th>
          <th scope="col" className="px-1 py-0.5 text-right whitespace-nowrap">
            不明
          </th>
          <th scope="col" className="px-1 py-0.5 text-left">
            判定
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((one) => (
          <tr key={one.key} className="border-b border-line">
            <th scope="row" className="px-1.5 py-0.5 text-left font-normal">
              {one.label}
            </th>
            <td className="px-1 py-0.5 text-right tabular-nums">
              <b>{one.known}</b>／{one.atLeast}
            </td>
            <td className="px-1 py-0.5 text-right tabular-nums">{one.unknown}</td>
            <td className="px-1 py-0.5">
              <CriterionWord result={one.result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Research, not law: kept apart from the judgement, with its citation. */
function Frailty({ frailty }: { frailty: Shown['frailty'] }) {
  if (!frailty) return null
  return (
    <div className="text-sm">
      <p>
        合計 <b className="text-lg tabular-nums">{rangeText(frailty)}</b>／25点
        <span className="ml-3">
          フレイルの目安 <b>{frailtyWord(frailty.frailty)}</b>
        </span>
      </p>
      <p className="text-xs text-soft">目安は研究によるもので、上の判定とは別です（{frailty.citation}）。</p>
    </div>
  )
}
