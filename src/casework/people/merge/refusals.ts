import { mayRole } from '../../../platform/access/index.ts'
import type { Work } from '../../../platform/database/work.ts'
import { Problem } from '../../../platform/errors/index.ts'
import type { StoredPerson } from '../stored-person.ts'

/** Why this reader cannot merge these two, said before anything is tried; null: nothing stands against it. */
export function refusalOf({ actor }: Work, kept: StoredPerson, merged: StoredPerson): string | null {
  if (kept.id === merged.id) return '同じ記録です。別の記録を選んでください。'
  if (kept.mergedInto || merged.mergedInto)
    return 'すでにほかの記録へ統合された記録です。統合先の記録を選んでください。'
  if (kept.isProtected !== merged.isProtected)
    return '支援措置の扱いが二つの記録で違います。先に市の担当者が同じにしてから、統合してください。'
  if (!mayRole(actor.role, 'person.merge'))
    return '統合するのは、保険者の職員とセンター長です。保険者へ依頼してください。'
  const isOwn = ({ centreId }: StoredPerson) => centreId !== null && actor.centreIds.includes(centreId)
  if (actor.reach === 'centre' && !(isOwn(kept) && isOwn(merged)))
    return '二つとも自分のセンターの方のときだけ統合できます。保険者へ依頼してください。'
  return null
}

/** A row that would belong to one person twice (MG409 with the table's name) becomes a sentence; nothing was stored. */
export async function refused<T>(word: (table: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    if (code !== 'MG409') throw error
    throw new Problem('merge.collides', 409, '統合できません', {
      detail: `二つの記録の両方に「${word(message ?? '')}」があり、一人に一つしか持てません。先にどちらかを終わらせるか取り消してから、もう一度統合してください。何も変わっていません。`,
      extra: { table: message },
    })
  }
}
