import { sayFinding } from './finding.ts'
import type { VerifyReport } from './verify.ts'

const number = new Intl.NumberFormat('ja-JP')

/** What `audit verify` prints. */
export function sayReport(report: VerifyReport): string {
  const { isSound, sealed, pending, oldestPendingAt, head, findings, findingCount } = report
  const isNew = isSound && sealed === 0 && head === null
  const lines = [
    isNew
      ? '確かめる監査記録は、まだありません。記録はサーバーを初めて起動したときから封印されます。'
      : isSound
        ? '監査記録に異常はありません。'
        : `監査記録に異常が ${number.format(findingCount)} 件あります。記録とこの結果を保全し、システム管理者と監査担当に知らせてください。`,
    `  封印済み ${number.format(sealed)} 行、封印待ち ${number.format(pending)} 行${oldestPendingAt ? `（最も古いもの ${japanTime(oldestPendingAt)}）` : ''}`,
    `  末尾の控え ${head ? `${number.format(head.seq)} 番まで（${japanTime(head.at)}）` : 'なし'}`,
    ...findings.map((finding) => `  ・${sayFinding(finding)}`),
  ]
  const untold = findingCount - findings.length
  if (untold > 0) lines.push(`  ・ほかに ${number.format(untold)} 件`)
  return lines.join('\n')
}

export const jsonOf = (report: VerifyReport): string =>
  JSON.stringify({
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, message: sayFinding(finding) })),
  })

function japanTime(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Tokyo')
  return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}
