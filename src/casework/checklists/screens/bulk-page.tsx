import { useState } from 'react'
import { buttonClass } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { DraftFound, useDraft } from '../../../ui/draft/index.ts'
import { newId } from '../../../ui/http/index.ts'
import { AppLink } from '../../../ui/link/index.ts'
import { useAbilities } from '../../../ui/session/index.ts'
import { PageHead } from '../../../ui/shell/index.ts'
import type { BulkStored } from '../answers.ts'
import { CODINGS, type Coding } from '../codes.ts'
import { BulkCoding } from './bulk-coding.tsx'
import { BulkEntry } from './bulk-entry.tsx'
import { type BulkKept, blankBulk } from './bulk-kept.ts'
import { BulkResult } from './bulk-result.tsx'

/** まとめて入力: what 1 means, then the grid, then what became of it. */
export default function BulkPage() {
  const { nowMs, today } = useClock()
  const [kept, setKept] = useState<BulkKept>(() => blankBulk(newId(nowMs()), today()))
  const [round, setRound] = useState(0)
  const [stored, setStored] = useState<BulkStored | null>(null)
  const draft = useDraft('checklist.bulk', kept, (content) => {
    setKept(content)
    setRound((count) => count + 1)
  })
  const choose = (coding: Coding | null) => {
    setKept((before) => ({ ...before, coding }))
    setRound((count) => count + 1)
  }
  if (stored)
    return (
      <>
        <PageHead title="まとめて入力した結果" />
        <BulkResult
          stored={stored}
          onNext={() => {
            setKept(blankBulk(newId(nowMs()), today()))
            setStored(null)
            setRound((count) => count + 1)
          }}
        />
      </>
    )
  return (
    <>
      <PageHead
        title="チェックリストをまとめて入力"
        lead={
          kept.coding === null
            ? '用紙の束や、Excelで集めた表を、一度に判定して保存します。一枚でも直すところがあれば、一枚も保存しません。'
            : undefined
        }
      />
      <DraftFound draft={draft} />
      {kept.coding === null ? (
        <BulkCoding onChoose={choose}>
          <FileWays />
        </BulkCoding>
      ) : (
        <BulkEntry
          key={`${round} ${kept.coding}`}
          coding={kept.coding}
          kept={kept}
          onKeep={(change) => setKept((before) => ({ ...before, ...change }))}
          onAgain={() => choose(null)}
          draft={draft}
          onStored={(answer) => {
            void draft.discard().catch(() => undefined)
            setStored(answer)
          }}
        />
      )}
    </>
  )
}

/** Files go the way all files go; an empty one with the right headings declares its coding itself. */
function FileWays() {
  const may = useAbilities()
  return (
    <section aria-label="ファイルで用意するとき" className="mt-6 text-sm">
      <h2 className="font-bold">ファイルで用意するとき</h2>
      <p className="text-soft">
        見出しの入った空の表に、読み方が書いてあります。入力してから、行をそのままここに貼り付けるか
        {may('import.checklists') ? 'ファイルの読み込みから' : '、市の担当者がファイルの読み込みから'}
        取り込みます。
      </p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {CODINGS.map(({ code, label }) => (
          <li key={code}>
            <a
              className={buttonClass('secondary', 'small')}
              href={`/api/checklist-template?format=xlsx&coding=${code}`}
              download
            >
              空の表（{label}）
            </a>
          </li>
        ))}
        {may('import.checklists') ? (
          <li>
            <AppLink to="/imports" className={buttonClass('secondary', 'small')}>
              ファイルの読み込みへ
            </AppLink>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
