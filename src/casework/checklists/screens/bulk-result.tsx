import { useEffect, useRef } from 'react'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { Notice } from '../../../ui/status/index.ts'
import type { BulkStored } from '../answers.ts'
import { JUDGEMENTS } from '../codes.ts'
import { ANY_TIME, JUDGEMENT_MEANING, JudgementWord } from './result-words.tsx'

/** What became of the grid: each number opens its sheets. */
export function BulkResult({ stored, onNext }: { stored: BulkStored; onNext: () => void }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const address = (judgement?: string) =>
    `/checklists?batch=${stored.batchId}&state=all${judgement ? `&judgement=${judgement}` : ''}`
  return (
    <>
      <h2 ref={head} tabIndex={-1} className="text-xl font-bold">
        {stored.repeated
          ? `この表は、先に保存ずみです（${stored.rows.length}枚）`
          : `${stored.stored}枚を保存しました`}
      </h2>
      <table className="my-3 border-collapse">
        <caption className="sr-only">判定案の数</caption>
        <thead className="bg-shade text-sm">
          <tr>
            <th scope="col" className="px-3 py-1 text-left">
              判定案
            </th>
            <th scope="col" className="w-20 px-3 py-1 text-right">
              枚数
            </th>
            <th scope="col" className="px-3 py-1 text-left">
              意味
            </th>
          </tr>
        </thead>
        <tbody>
          {JUDGEMENTS.map(({ code, label }) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="px-3 py-1 text-left font-normal">
                <JudgementWord judgement={code} />
              </th>
              <td className="px-3 py-1 text-right text-xl font-bold whitespace-nowrap tabular-nums">
                {stored.counts[code] > 0 ? (
                  <AppLink to={address(code)} aria-label={`${label} ${stored.counts[code]}枚を開く`}>
                    {stored.counts[code]}
                  </AppLink>
                ) : (
                  0
                )}
              </td>
              <td className="px-3 py-1 text-sm text-soft">{JUDGEMENT_MEANING[code]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {stored.made.length > 0 ? (
        <Notice tone="info" title="あわせて作ったもの">
          <ul className="list-disc pl-5 text-sm">
            {stored.made.map(({ kind, label }) => (
              <li key={`${kind} ${label}`}>
                {kind === 'task' ? '予定' : '業務記録'}: {label}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="my-3 text-sm font-bold">{ANY_TIME}</p>
      <div className="flex flex-wrap gap-2">
        <AppLink to={`/checklists?batch=${stored.batchId}`} className={buttonClass('primary')}>
          判定案を確認する
        </AppLink>
        <Button onPress={onNext}>次の束を入力する</Button>
      </div>
    </>
  )
}
