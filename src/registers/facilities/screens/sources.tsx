import type { FacilityList } from '../schema.ts'
import { asOfText } from './words.ts'

/** Where what is shown comes from, list by list, under the table. Many are folded, and stand open on paper. */
export function Sources({ lists }: { lists: readonly FacilityList[] }) {
  return (
    <details open={lists.length <= 6} className="mt-2 text-xs text-soft">
      <summary className="min-h-6 py-1 text-sm">出典と時点（{lists.length}の一覧を加工して作成）</summary>
      <ul>
        {lists.map((list) => (
          <li key={`${list.areaCode} ${list.category}`}>
            {list.areaName} {list.category} {list.count.toLocaleString('ja-JP')}か所｜
            {list.attribution}｜{asOfText(list)}
          </li>
        ))}
      </ul>
    </details>
  )
}
