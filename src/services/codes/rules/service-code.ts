import type { ServiceKind } from '../../../law/services/service-kinds.ts'
import { refuse } from '../../../platform/computation/index.ts'

export interface ServiceCode {
  /** two characters: A2 */
  kind: string
  /** four characters: 1111 */
  item: string
  name: string
  share: ServiceKind['share']
}

/**
 * Reads a サービスコード of 総合事業: kind and item, letters and digits without I and O (SVC-02). Width and spaces do not matter.
 * @param kinds of the month of service
 * @returns null for an empty text
 * @throws RuleRefusal with a sentence: no such form, no such kind, or a kind that has ended
 */
export function readServiceCode(
  text: string,
  kinds: Readonly<Record<string, ServiceKind>>,
): ServiceCode | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  if (plain === '') return null
  const parts = /^([A-HJ-NP-Z0-9]{2})([A-HJ-NP-Z0-9]{4})$/.exec(plain)
  if (!parts) {
    refuse(
      'bad-form',
      'code',
      `サービスコード「${plain}」: 種類2文字と項目4文字の、合わせて6文字（英字のIとOは使わない）で入力してください。`,
    )
  }
  const [, kind, item] = parts as unknown as [string, string, string]
  const found = kinds[kind]
  if (!found)
    refuse(
      'unknown-kind',
      'code',
      `サービスコード「${plain}」: 種類「${kind}」は総合事業の種類（A1からAF）にありません。`,
    )
  if (found.isEnded)
    refuse(
      'kind-ended',
      'code',
      `サービスコード「${plain}」: 種類「${kind}」（${found.name}）は終わっていて、この月には使えません。市町村の独自の種類を確かめてください。`,
    )
  return { kind, item, name: found.name, share: found.share }
}
