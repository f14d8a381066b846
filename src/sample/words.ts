import { stateTaskKinds } from '../platform/tasks/index.ts'
import { taskKinds } from './task-row.ts'

/** Kinds of tasks that no area makes yet: the sample says what lists call them. */
stateTaskKinds({ [taskKinds.newCharge]: '新規担当', [taskKinds.statusCheck]: '定期の状況確認' })
