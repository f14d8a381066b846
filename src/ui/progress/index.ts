export type { JobState } from './job-state.ts'
export { Bar, JobProgress, type JobProgressProps } from './progress.tsx'
