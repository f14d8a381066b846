import { havingRight, scaleOne, type User, usersOf } from '../data.ts'
import type { Figures } from '../figures.ts'
import { across, inTurn, type Line, type Part, range, withoutErrors } from '../part.ts'
import { load, startProduct } from '../processes.ts'

/** A whole month and the one that runs; each with last month and the same month last year beside it. */
const MONTHS = ['2026-10', '2026-11']

/** 月報 of a centre and of the whole insurer, counted anew from the journal each time, and the insurer's on paper. */
export const report: Part = {
  name: 'report',
  title: 'Monthly report',
  async run(settings) {
    const product = await startProduct((await scaleOne()).dataDir)
    try {
      const users = await havingRight(await usersOf(product), 'monthly-report.read')
      const managers = users.filter(({ actor }) => actor.role === 'centreManager')
      const officers = users.filter(({ actor }) => actor.role === 'officer').slice(0, 1)
      const ask = (of: User[], more = '') =>
        of.flatMap(({ cookie, actor }) =>
          MONTHS.map((month) => ({
            method: 'GET' as const,
            path: `/api/monthly-reports/${actor.centreId ?? 'insurer'}/${month}${more}`,
            cookie,
          })),
        )
      const plan = { connections: 1, seconds: settings.seconds, warmSeconds: 2 }
      const all = await inTurn(settings, {
        centre: () => load(product, product.dataDir, { ...plan, requests: ask(managers) }),
        insurer: () => load(product, product.dataDir, { ...plan, requests: ask(officers) }),
        opened: () =>
          load(product, product.dataDir, {
            ...plan,
            requests: ask(managers, '/records?section=topic&row=dementia'),
          }),
        paper: () => load(product, product.dataDir, { ...plan, requests: ask(officers, '/pdf') }),
      })
      withoutErrors(all)
      return {
        lines: [
          line('Report of one centre: p95', all.centre, 300),
          line('Report of the insurer over all centres: p95', all.insurer, 1500),
          line('Records behind a figure of one centre, 50 of them: p95', all.opened, 300),
          line('The insurer’s report on paper (PDF, counting included): p95', all.paper, 2000),
        ],
        notes: [
          'About 11,000 contacts a month at scale 1. Nothing is counted beforehand: each answer counts three months from the journal.',
        ],
        raw: { managers: managers.length, ...all },
      }
    } finally {
      await product.stop()
    }
  },
}

function line(what: string, runs: readonly Figures[], limit: number): Line {
  const p95 = across(runs, 'p95')
  const measured = `${p95.median} ms (p50 ${across(runs, 'p50').median}, ${across(runs, 'perSecond').median}/s)`
  return { what, goal: `< ${limit} ms`, measured, spread: range(p95, ' ms'), isMet: p95.median < limit }
}
