import { stateJournalKinds } from '../../platform/journal/index.ts'
import { stateTaskKinds, stateTaskSource, stateTaskWeights } from '../../platform/tasks/index.ts'
import { labelOf, SUBJECTS, type Subject, WAYS, type Way } from './codes.ts'

/** What the shared lists call the work of this area, and where its records open. */
stateTaskKinds({
  'care-management.first-visit': 'アセスメントの訪問',
  'care-management.contract': '契約の確認',
  'care-management.visit': '訪問モニタリング',
  'care-management.span': 'モニタリング',
  'care-management.contact': '月の連絡',
  'care-management.evaluation': '評価',
  'care-management.change': '状態の変化',
  'care-management.confirm': '委託先の確認',
  'care-management.receipt': '委託の受領待ち',
  'care-management.declined': '委託の辞退',
  'care-management.hand-back': '委託の終了',
})
// a visit takes its way there, an evaluation its paper; decided (our own choice)
stateTaskWeights({
  'care-management.first-visit': 3,
  'care-management.visit': 3,
  'care-management.change': 3,
  'care-management.span': 2,
  'care-management.evaluation': 2,
  'care-management.contract': 2,
})
stateTaskSource('care-management', (id) => `/care-management/${id}`)
stateTaskSource('monitoring', (id) => `/care-management/records/${id}`)

export const journalKindOf = (subject: Subject, way: Way): string =>
  subject === 'monitoring' ? `monitoring-${way}` : `care-management-${subject}`

stateJournalKinds({
  'care-management-open': '介護予防ケアマネジメント開始',
  ...Object.fromEntries(
    SUBJECTS.filter(({ code }) => code !== 'monitoring').map(({ code, label }) => [
      `care-management-${code}`,
      `ケアマネジメントの${label}`,
    ]),
  ),
  ...Object.fromEntries(
    WAYS.map(({ code }) => [journalKindOf('monitoring', code), `モニタリング（${wayWord(code)}）`]),
  ),
})

function wayWord(way: Way): string {
  return way === 'home' ? '訪問' : labelOf(WAYS, way).replace(/（.*/u, '')
}
