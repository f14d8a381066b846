import { stateJournalKinds } from '../../platform/journal/index.ts'
import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

/** What the shared lists call the work of this area, and where its records open. */
stateJournalKinds({ 'registration-request': '事業対象者の登録の依頼' })
stateTaskKinds({
  'registration-decision': '登録の依頼',
  'registration-answer': '登録の回答待ち',
  'registration-returned': '登録の差戻し',
  'registration-notification': '届出書の受け取り',
  'registration-card': '被保険者証の再交付',
  'registration-kokuhoren': '国保連への連絡',
  'registration-review': '事業対象者の再確認',
  'registration-end-proposal': '登録の終了の案',
})
stateTaskSource('registration', (id) => `/registrations/${id}`)
