/**
 * What can be wrong with the audit.
 * - changed: the line differs from what was sealed · seal-changed: its seal was altered, the line is as it was
 * - rewritten: line and seal were both replaced without the key, or the chain differs from what the head file witnessed
 * - removed: a sealed line is gone · seal-removed: seals are gone from the middle
 * - inserted: a line that was put among sealed ones · reordered: lines stand in another order than they were written
 * - unverifiable: follows a gap or a rewritten seal, so that nothing witnesses it
 * - cut: the head file knows a longer chain · head-missing, head-broken: there is no witness, or it was edited
 * - key-mismatch: the key is not the one of this chain; nothing else was looked at
 */
export type FindingKind =
  | 'changed'
  | 'seal-changed'
  | 'rewritten'
  | 'removed'
  | 'seal-removed'
  | 'inserted'
  | 'reordered'
  | 'unverifiable'
  | 'cut'
  | 'head-missing'
  | 'head-broken'
  | 'key-mismatch'

export interface Finding {
  kind: FindingKind
  /** first place in the chain; null where a line never had one */
  seq: number | null
  /** last place, when several in a row are meant */
  toSeq: number | null
  lineId: string | null
}

const SENTENCES: Record<FindingKind, string> = {
  changed: '記録の行が、封印された後に書き換えられています。',
  'seal-changed': '封印だけが書き換えられています。記録の行は元のままです。',
  rewritten: '記録の行と封印の両方が、鍵なしで書き換えられています。',
  removed: '封印された記録の行が削除されています。',
  'seal-removed': '封印が途中で削除されています。',
  inserted: '封印の済んだ所に、後から記録の行が差し込まれています。',
  reordered: '記録の行の順番が入れ替えられています。',
  unverifiable: '直前の封印が失われたため、この行が元のままかどうかを確かめられません。',
  cut: '末尾が切り取られています。控えのファイルには、より先まで封印した跡があります。',
  'head-missing':
    '末尾の控えのファイルがありません。末尾が切り取られていないことを確かめられません。控えを戻すか、MEGURI_AUDIT_HEAD_FILE で場所を示してください。',
  'head-broken': '末尾の控えのファイルに、封印の仕組みが書いたものではない行があります。',
  'key-mismatch': '鍵がこの記録の封印の鍵と違うため、確かめられません。元の鍵を控えから戻してください。',
}

/** One line for people: where, which line, what. */
export function sayFinding({ kind, seq, toSeq, lineId }: Finding): string {
  const range = toSeq !== null && toSeq !== seq ? `${seq}〜${toSeq}番` : `${seq}番`
  const place = [seq === null ? '' : range, lineId === null ? '' : `行 ${lineId}`].filter(Boolean).join(' ')
  return `${place ? `${place}: ` : ''}${SENTENCES[kind]}（${kind}）`
}
