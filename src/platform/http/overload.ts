import { availableParallelism } from 'node:os'
import { createMiddleware } from 'hono/factory'
import { Problem } from '../errors/index.ts'
import type { Env } from './env.ts'

/** Who is let in when more is asked than can be done. */
export interface Admission {
  /** Resolves with the way out, to be called once. @throws Problem 503 `overloaded` when no place came free in time */
  enter(): Promise<() => void>
  /** for the metrics: under way, waiting at the door, and refused since the start */
  state(): { running: number; waiting: number; shed: number }
}

export interface AdmissionOptions {
  /** requests under way at once */
  places?: number
  /** who cannot be answered in about this time is refused */
  answerMs?: number
}

/**
 * Enough for every connection of the pool to find its next statement ready and for reads to share one commit of the audit
 * (batches of some tens); more would only lengthen the time inside. 24 a core at 300 requests a second on two cores are 0.16 s inside.
 */
const PLACES_PER_CORE = 24
/** leaves the rest of a second to the way there and back, and to those that are slower than most; at 600 the p99 stood at 0.7–1.0 s */
const ANSWER_MS = 450
/** a moment is waited even when it goes slowly inside: a burst is no overload */
const LEAST_WAIT_MS = 50
/** of each newer request in the mean */
const SHARE = 0.05

/**
 * A door with a number of places and a short queue before it, first come first served: one may stand there for what the time inside,
 * as it was lately, leaves of `answerMs`. A refusal happens at the door and nowhere else: what was let in runs to its end, so that
 * a write that has begun is never shed.
 */
export function createAdmission({
  places = PLACES_PER_CORE * availableParallelism(),
  answerMs = ANSWER_MS,
}: AdmissionOptions = {}): Admission {
  let running = 0
  let shed = 0
  let insideMs = 0
  const waiting = new Set<() => void>() // in the order of coming
  const goIn = () => {
    const since = performance.now()
    return () => {
      insideMs += SHARE * (Math.min(performance.now() - since, answerMs) - insideMs)
      const [next] = waiting
      if (next) next()
      else running -= 1
    }
  }
  const waitMs = () => Math.max(Math.min(LEAST_WAIT_MS, answerMs), answerMs - insideMs)
  const wait = () =>
    new Promise<() => void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer)
        waiting.delete(enter)
        resolve(goIn())
      }
      const timer = setTimeout(() => {
        waiting.delete(enter)
        shed += 1
        reject(overloaded())
      }, waitMs())
      waiting.add(enter)
    })
  return {
    async enter() {
      if (running >= places) return wait()
      running += 1
      return goIn()
    },
    state: () => ({ running, waiting: waiting.size, shed }),
  }
}

/** The seconds differ, so that those who were refused together do not come back together. */
const overloaded = () =>
  new Problem('overloaded', 503, 'ただいま混み合っています', {
    detail: '保存されていません。入力した内容は画面に残っています。数秒待ってからもう一度お試しください。',
    extra: { retryAfter: 1 + Math.floor(Math.random() * 4) },
  })

/**
 * The body is heard before a place is taken, and files take none: a slow line must not keep others out. The place is given
 * back when the answer is ready, not when it has arrived; a stream of events holds none.
 */
export const admitted = (admission: Admission) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.req.header('content-type')?.startsWith('multipart/form-data')) return next()
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') await c.req.text()
    const leave = await admission.enter()
    try {
      await next()
    } finally {
      leave()
    }
  })
