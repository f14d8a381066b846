import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Problem } from '../errors/index.ts'
import type { Env } from './env.ts'
import { admitted, createAdmission } from './overload.ts'
import { answerProblem } from './problem.ts'

/** An app of one slow route behind a door; `finished` counts what ran to its end. */
function anApp(options: { places: number; answerMs: number }, workMs: number) {
  const admission = createAdmission(options)
  const seen = { finished: 0, most: 0 }
  let running = 0
  const app = new Hono<Env>()
  app.onError((error, c) => answerProblem(c, error as Problem))
  app.use(admitted(admission))
  app.all('*', async (c) => {
    seen.most = Math.max(seen.most, ++running)
    await sleep(workMs)
    running -= 1
    if (c.req.path === '/refused') throw new Problem('no', 422, 'だめです')
    seen.finished += 1
    return c.json({})
  })
  const post = (path = '/') => app.request(path, { method: 'POST', body: '{}' })
  return { admission, seen, app, post }
}

describe('受け付けの口', () => {
  it('同時に動くのは席の数までで、待てる間に席が空けばすべて答える', async () => {
    const { post, seen, admission } = anApp({ places: 2, answerMs: 5_000 }, 10)
    const answers = await Promise.all(Array.from({ length: 9 }, () => post()))
    expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(200))
    expect(seen).toEqual({ finished: 9, most: 2 })
    expect(admission.state()).toEqual({ running: 0, waiting: 0, shed: 0 })
  })

  it('待っても空かないものは、何も始めずに 503 と待つ秒数で断り、始めたものは終わらせる', async () => {
    const { post, seen, admission } = anApp({ places: 2, answerMs: 40 }, 400)
    const answers = await Promise.all(Array.from({ length: 5 }, () => post()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503])
    expect(seen).toEqual({ finished: 2, most: 2 })
    expect(admission.state()).toEqual({ running: 0, waiting: 0, shed: 3 })
    const refused = answers.find(({ status }) => status === 503)!
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(refused.headers.get('retry-after')).toMatch(/^[1-4]$/)
    expect(await refused.json()).toMatchObject({
      code: 'overloaded',
      title: 'ただいま混み合っています',
      detail: expect.stringContaining('保存されていません'),
    })
    expect((await post()).status).toBe(200)
  })

  it('先に来たものから入れる', async () => {
    const admission = createAdmission({ places: 1, answerMs: 5_000 })
    const order: number[] = []
    const leave = await admission.enter()
    const others = [1, 2, 3].map(async (number) => {
      const done = await admission.enter()
      order.push(number)
      done()
    })
    leave()
    await Promise.all(others)
    expect(order).toEqual([1, 2, 3])
  })

  it('中が遅くなると、口で待たせる時間を縮め', async () => {
    const slow = createAdmission({ places: 50, answerMs: 400 })
    const quick = createAdmission({ places: 50, answerMs: 400 })
    const fill = (door: typeof slow) => Promise.all(Array.from({ length: 50 }, () => door.enter()))
    const refusals: string[] = []
    const refused = (name: string, door: typeof slow) => door.enter().catch(() => refusals.push(name))
    const inSlow = await fill(slow)
    await sleep(300)
    for (const leave of inSlow) leave()
    await Promise.all([fill(slow), fill(quick)])
    await Promise.all([refused('quick', quick), refused('slow', slow)])
    expect(refusals).toEqual(['slow', 'quick'])
  })

  it('誤りで終わっても席は空く', async () => {
    const { post, admission } = anApp({ places: 1, answerMs: 5_000 }, 1)
    expect((await post('/refused')).status).toBe(422)
    expect((await post()).status).toBe(200)
    expect(admission.state().running).toBe(0)
  })

  it('本文をゆっくり送る人は、送り終わるまで席を取らない', async () => {
    const { app, post, admission } = anApp({ places: 1, answerMs: 20 }, 1)
    const end = Promise.withResolvers<void>()
    const body = new ReadableStream({
      async pull(controller) {
        await end.promise
        controller.enqueue(new TextEncoder().encode('{}'))
        controller.close()
      },
    })
    const slow = app.request('/', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect((await post()).status).toBe(200)
    expect(admission.state().running).toBe(0)
    end.resolve()
    expect((await slow).status).toBe(200)
  })
})
