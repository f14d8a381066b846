import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import type { Tone } from '../../../ui/status/index.ts'
import type { Account, StoredPost } from '../schema.ts'
import { professionWords } from '../words.ts'

export { professionWords }

export const professionWord = (profession: string): string =>
  Object.entries(professionWords).find(([key]) => key === profession)?.[1] ?? profession

export const placeOf = ({ centreName, organisationName }: StoredPost): string =>
  centreName ?? organisationName ?? '市（保険者）全体'

/** R8.4.1から, R8.4.1〜R9.3.31 */
export function period({ validFrom, validTo }: Pick<StoredPost, 'validFrom' | 'validTo'>): string {
  const from = formatDate(validFrom as IsoDate, 'short')
  return validTo === null ? `${from}から` : `${from}〜${formatDate(validTo as IsoDate, 'short')}`
}

export type PostState = 'now' | 'coming' | 'ended'

/** Both days are inside: a post that ends today still holds. */
export function postState(
  { validFrom, validTo }: Pick<StoredPost, 'validFrom' | 'validTo'>,
  today: string,
): PostState {
  if (validFrom > today) return 'coming'
  return validTo !== null && validTo < today ? 'ended' : 'now'
}
export const postStateWords: Record<PostState, { tone: Tone; word: string }> = {
  now: { tone: 'good', word: '有効' },
  coming: { tone: 'info', word: 'これから' },
  ended: { tone: 'neutral', word: '終了' },
}

/** How an account stands, the most pressing first. */
export function accountState(
  account: Account | null,
  posts: readonly StoredPost[],
  today: string,
): { tone: Tone; word: string } {
  if (account === null) return { tone: 'neutral', word: '口座なし' }
  if (account.lockedUntil !== null) return { tone: 'danger', word: '一時停止中' }
  if (!posts.some((post) => postState(post, today) === 'now'))
    return { tone: 'neutral', word: '職がなく入れない' }
  if (account.mustChangePassword) return { tone: 'caution', word: '最初のパスワードのまま' }
  return { tone: 'good', word: '使える' }
}

/** What became of a post that was given. */
export const postWords = {
  added: '職を加えました',
  waiting: '職を頼みました。もう一人の管理者か保険者職員が「職の確認」で確認すると、有効になります。',
  'waiting-for-nobody':
    '職を頼みましたが、いま確認できる人がいません。あなたが30日以内に終えた管理者か保険者職員の職があるため、一人では有効にできません。サーバーの担当者に頼んで、「bin/meguri admin create」で二人目の管理者を作ってもらい、その人が「職の確認」で確認してください。',
  'added-alone':
    '職を加えました。確認できる人がほかにいないため、すぐに有効です。そのことを監査に残しました。',
} as const
