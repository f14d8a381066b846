export { type AppTools, createApp, type FoundSession } from './app.ts'
export type { Env } from './env.ts'
export { type Log, logTo } from './log.ts'
export { area, route, z } from './route.ts'
