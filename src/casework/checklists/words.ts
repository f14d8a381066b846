import { stateJournalKinds } from '../../platform/journal/index.ts'
import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

/** What the shared lists call the work of this area, and where its records open. */
stateJournalKinds({ checklist: '基本チェックリスト' })
stateTaskKinds({ 'checklist-confirmation': '判定案の確認' })
stateTaskSource('checklist', (id) => `/checklists/${id}`)
stateTaskSource('checklist-batch', (id) => `/checklists?batch=${id}`)
