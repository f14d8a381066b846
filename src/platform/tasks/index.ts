export { addTask, type NewTask, withdrawTasksOf } from './add-task.ts'
export { stateTaskKinds, stateTaskSource, stateTaskWeights, taskKindLabel, taskSourceLink } from './kinds.ts'
export { type StoredTask, selectTasks, toTaskRow } from './row.ts'
export { countStatement } from './today.ts'
