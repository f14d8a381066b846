import { stateJournalKinds } from '../../platform/journal/index.ts'
import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

/** What the shared lists call the work of this area, and where its records open. */
stateJournalKinds({ consultation: '総合相談' })
stateTaskKinds({
  'consultation-follow-up': '相談の続き',
  'referral-receipt': '紹介の回答待ち',
  'referral-received': '紹介の受領',
  'abuse-first-response': '虐待の初動',
})
stateTaskSource('consultation', (id) => `/consultations/${id}`)
stateTaskSource('referral', () => '/referrals')
