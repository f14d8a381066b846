import type { Actor } from '../access/index.ts'
import type { Work, WorkTools } from '../database/work.ts'
import type { Jobs } from '../jobs/runner.ts'

/** What the middleware puts at a handler's hand. */
export interface Env {
  Variables: {
    requestId: string
    /** pattern of the matched route, for logs: never the path itself */
    route: string
    tools: WorkTools & { jobs: Jobs }
    /** null until signed in */
    actor: Actor | null
    /** present on every route but public ones */
    work: Work
    /** set by a session that may do nothing but change its password or give its second factor */
    restricted: 'password' | 'second-factor' | 'post' | null
  }
}
