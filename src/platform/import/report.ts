import type { Refusal } from '../../exchange/tabular/index.ts'
import type { Notice } from './kind.ts'
import type { Difference, ImportRun } from './run.ts'

/**
 * The one shape for programs: `{read, added, changed, removed, unchanged, refused: [{file, row, column, value, reason, remedy}]}`,
 * and besides it `refusedCount` (all refusals; the list ends at a thousand) and `notices`.
 */
export function jsonReport(run: ImportRun): string {
  const { read, added, changed, removed, unchanged } = run
  const refused = run.refused.map(({ file, row, column, cell, value, code, reason, remedy }) => ({
    file,
    row,
    column,
    cell,
    value,
    code,
    reason,
    remedy,
  }))
  return JSON.stringify({
    read,
    added,
    changed,
    removed,
    unchanged,
    refused,
    refusedCount: run.refusedCount,
    notices: run.notices,
  })
}

/** The same for people, line by line. @param areDifferencesSaid by --verbose, as they came */
export function* sayReport(
  run: ImportRun,
  { dryRun, areDifferencesSaid }: { dryRun: boolean; areDifferencesSaid: boolean },
): Generator<string> {
  if (run.refusedCount > 0) {
    yield `読み込めませんでした。何も変わっていません。直すところ: ${run.refusedCount.toLocaleString('ja-JP')} 件`
    for (const refusal of run.refused.slice(0, 50)) yield `  ${sayRefusal(refusal)}`
    if (run.refusedCount > 50)
      yield `  … ほか ${(run.refusedCount - 50).toLocaleString('ja-JP')} 件(--json で初めの 1,000 件まで見られます)`
    return
  }
  const n = (count: number) => count.toLocaleString('ja-JP')
  yield `読んだ行 ${n(run.read)}: 追加 ${n(run.added)}、変更 ${n(run.changed)}、なくなる ${n(run.removed)}、同じ ${n(run.unchanged)}`
  const differing = run.added + run.changed + run.removed
  if (!areDifferencesSaid) {
    for (const difference of run.differences.slice(0, 30)) yield `  ${sayDifference(difference)}`
    if (differing > 30)
      yield `  … 全部で ${n(differing)} 件(--verbose ですべて表示、--diff ファイル で CSV に書き出し)`
  }
  for (const notice of run.notices) yield sayNotice(notice)
  yield dryRun
    ? '比べただけで、何も変えていません。'
    : differing === 0
      ? '変わるところはありませんでした。'
      : '保存しました。'
}

function sayRefusal({ file, cell, row, column, value, reason, remedy }: Refusal): string {
  const place = [file, cell ?? (row === null ? null : `${row}行目`), column].filter(Boolean).join(' ')
  return `${place}: ${reason}${value === null ? '' : `(値「${value}」)`} → ${remedy}`
}

function sayNotice({ message, count, examples }: Notice): string {
  const places = examples.length > 0 ? `(${examples.slice(0, 5).join('、')}${count > 5 ? ' ほか' : ''})` : ''
  return `お知らせ: ${message}${places}`
}

const STATES = { added: '追加', changed: '変更', removed: 'なくなる' } as const

export function sayDifference({ state, key, before, after }: Difference): string {
  const fields = Object.keys(state === 'changed' ? (after ?? {}) : {})
  const change = fields.map(
    (field) => `${field} ${String(before?.[field] ?? 'なし')}→${String(after?.[field] ?? 'なし')}`,
  )
  return `${STATES[state]} ${key}${change.length > 0 ? `: ${change.slice(0, 6).join('、')}` : ''}`
}
