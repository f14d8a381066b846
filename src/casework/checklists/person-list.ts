import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { ChecklistRow, PersonChecklists } from './answers.ts'
import { answersFrom } from './entry.ts'
import { judgeSheet } from './judge-sheet.ts'
import { ROW, ROW_JOINS } from './list.ts'

interface Stored extends ChecklistRow {
  answers: (string | null)[]
  heightHundredthsCm: number | null
  weightHundredthsKg: number | null
  insuredType: 'category1Insured' | 'category2Insured' | 'notInsured' | null
}

/** Nobody answers more often in a life. */
const MOST = 200

/** All sheets of a person, newest first, and the trend: points by domain and in total for each day that counts. */
export async function personChecklists(work: Work, personId: string): Promise<PersonChecklists> {
  work.about('person', personId)
  const seen = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
  const { sql, values } = recordCondition(work.actor, work.today, {
    alias: 'c',
    person: 'person_id',
    next: 2,
  })
  const [people, stored] = (await work.flight([
    {
      text: `select p.id from casework.person p where p.id = $1 and ${seen.sql}`,
      values: [personId, ...seen.values],
    },
    {
      text: `select ${ROW}, c.answers, c.height_hundredths_cm as "heightHundredthsCm",
          c.weight_hundredths_kg as "weightHundredthsKg", c.insured_type as "insuredType"
        from casework.checklist c ${ROW_JOINS} where c.person_id = $1 and ${sql}
        order by c.answered_on desc, c.id desc limit ${MOST}`,
      values: [personId, ...values],
    },
  ])) as [unknown[], Stored[]]
  if (people.length === 0) throw notFound()
  work.touched(personId)
  return {
    rows: stored.map(
      ({ answers: _, heightHundredthsCm: __, weightHundredthsKg: ___, insuredType: ____, ...row }) => row,
    ),
    trend: stored
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(trendPoint)
      .reverse(),
  }
}

function trendPoint(row: Stored): PersonChecklists['trend'][number] {
  const { value } = judgeSheet({ ...row, answers: answersFrom(row.answers), certification: null })
  return {
    id: row.id,
    answeredOn: row.answeredOn,
    judgement: row.judgement,
    confirmedJudgement: row.confirmedJudgement,
    total: value.total,
    domains: value.domains,
    printedBmiTenths: value.bmi.printedBmiTenths,
    frailty: value.frailty?.frailty ?? null,
  }
}
