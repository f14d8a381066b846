import { stateJournalKinds } from '../../platform/journal/index.ts'
import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

/** What the shared lists call the work of this area, and where its records open. */
stateJournalKinds({ 'certification-proxy': '認定申請の代行' })
stateTaskKinds({
  'certification-renewal-wish': '更新の意向確認',
  'certification-renewal-open': '更新申請の受付開始',
  'certification-expiry': '認定の有効期間満了',
  'certification-decision-due': '認定の決定の期限',
})
stateTaskSource('certification', (id) => `/certifications/${id}`)
