export { installQueue } from './install.ts'
export { JobCancelled, type JobContext, type JobKind } from './kind.ts'
export { type Jobs, startJobs } from './runner.ts'
