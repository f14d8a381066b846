import { Notice } from '../../../ui/status/index.ts'
import { CODINGS, type Coding, labelOf } from '../codes.ts'
import { type CodingCheck, looksLikeOther } from './bulk-rows.ts'

/** What the other reading would give. Said, never done: only a person knows how the table was made. */
export function CodingInformation({ coding, check }: { coding: Coding; check: CodingCheck }) {
  if (check.compared === 0) return null
  const other = labelOf(CODINGS, coding === 'paperNumber' ? 'yesNo' : 'paperNumber')
  const sentence = `もう一方の読み方（${other}）では、${check.compared}枚のうち${check.changed}枚の判定が変わります（基準に該当 ${check.targets}枚 → ${check.otherTargets}枚）。`
  if (!looksLikeOther(check))
    return (
      <p role="status" className="text-sm text-soft">
        {sentence}
      </p>
    )
  return (
    <Notice tone="caution" role="status" title="読み方が逆ではないか、表を作った人に確かめてください">
      <p className="text-sm">
        No.1～8、16、19は、支障のある方が少ないのがふつうですが、この表では{check.scoringPercent}
        ％が支障ありになっています（もう一方の読み方なら{check.otherPercent}％）。{sentence}
        読み方は、選び直すまで変わりません。
      </p>
    </Notice>
  )
}
