import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

export const SOURCE = 'monthly-report'
export const TASKS = {
  close: 'monthly-report-close',
  decide: 'monthly-report-decide',
  returned: 'monthly-report-returned',
} as const

/** What the shared lists call the work of this area, and where its records open. */
stateTaskKinds({
  [TASKS.close]: '月報の確定',
  [TASKS.decide]: '月報の受理',
  [TASKS.returned]: '差し戻された月報',
})
stateTaskSource(SOURCE, (id) => `/monthly-reports/open/${id}`)
