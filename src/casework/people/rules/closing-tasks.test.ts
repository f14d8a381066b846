import { describe, expect, it } from 'vitest'
import { closingTasks } from './closing-tasks.ts'

describe('死亡・転出の後の手続き', () => {
  it('知った日から数え、年をまたいでも日を間違えない', () => {
    const tasks = closingTasks('died', '2026-12-25')
    expect(tasks.map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['contact', '2026-12-26'],
      ['contract', '2027-01-01'],
      ['plan', '2027-01-01'],
      ['returned-things', '2027-01-08'],
    ])
  })

  it('転出には、転出先への引き継ぎが加わる', () => {
    expect(closingTasks('moved-out', '2026-11-22')[0]).toMatchObject({
      code: 'hand-over',
      dueOn: '2026-11-23',
    })
  })
})
