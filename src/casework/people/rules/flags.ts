import { formatDate } from '../../../platform/calendar/index.ts'
import type { Flag, SheetPerson } from '../schema-sheet.ts'

type Flagged = Pick<
  SheetPerson,
  | 'isProtected'
  | 'isLocked'
  | 'isResidentException'
  | 'diedOn'
  | 'movedOutOn'
  | 'mergedInto'
  | 'residentNumber'
>

/** What has to be seen before anything is done for a person, the gravest first, each with its reason. */
export function flagsOf(
  person: Flagged,
  contacts: readonly { name: string; isCallerWarning: boolean }[],
): Flag[] {
  const flags: Flag[] = []
  const add = (kind: Flag['kind'], label: string, reason: string) => flags.push({ kind, label, reason })
  if (person.isProtected)
    add('protected', '支援措置', '住所と電話を、本人以外に伝えてはいけません。市の担当者だけが見られます。')
  for (const { name, isCallerWarning } of contacts) {
    if (isCallerWarning)
      add('caller-warning', '連絡注意', `${name} さんには、本人について何も伝えないでください。`)
  }
  if (person.isLocked) add('locked', '閲覧制限', '担当センターの外からの検索と照会には出ません。')
  if (person.diedOn) add('died', '死亡', `${formatDate(person.diedOn)}に亡くなっています。`)
  if (person.movedOutOn) add('moved-out', '転出', `${formatDate(person.movedOutOn)}に転出しています。`)
  if (person.mergedInto)
    add('merged', '統合済み', 'ほかの記録へ統合されています。新しい記録はそちらへ書いてください。')
  if (person.isResidentException)
    add('resident-exception', '住所地特例', '住所は市外ですが、この保険者の被保険者です。')
  if (person.residentNumber === null)
    add('not-joined', '宛名なし', '手で登録された方です。基幹系システムの記録とまだ結び付いていません。')
  return flags
}
