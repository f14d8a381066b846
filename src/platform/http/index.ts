export { type AppTools, createApp, type FoundSession } from './app.ts'
export type { Env } from './env.ts'
export { type Log, logTo } from './log.ts'
export { actionLabel, area, route, statedActions, z } from './route.ts'
