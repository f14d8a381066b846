import { z } from 'zod'
import { recordCondition } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { standingsOf } from './facts.ts'
import { findNamed, identifier, isMismatch, type Mismatch } from './identify.ts'

/** Whom rows of the grid name, asked while they are typed. */
export const NamedRows = z.object({
  rows: z
    .array(
      z.object({
        insuredNumber: z
          .string()
          .trim()
          .min(1, '被保険者番号: 入力してください。')
          .max(20, '被保険者番号: 10けたです。'),
        /** compared with the ledger where given */
        birthOn: z.iso.date('生年月日: 日付を「1940-03-04」の形で入力してください。').nullable(),
        kana: z.string().trim().max(100, 'フリガナ: 100字までです。').nullable(),
        answeredOn: z.iso.date('実施日: 日付を「2026-11-22」の形で入力してください。'),
      }),
    )
    .min(1, '一行もありません。')
    .max(500, '一度に調べられるのは500行までです。'),
})
export type NamedRows = z.infer<typeof NamedRows>

export const NamedRowsAnswer = z.object({
  /** in the order asked */
  rows: z.array(
    z.object({
      /** null: not found within the reader's scope, or another person than birth date or フリガナ say */
      person: z
        .object({ id: z.string(), name: z.string(), kana: z.string(), birthOn: z.string().nullable() })
        .nullable(),
      /** INS-01 on the day of the row; null: not known */
      insuredType: z.enum(['category1Insured', 'category2Insured', 'notInsured']).nullable(),
      /** what to look at, and why; null where the person is found */
      mismatch: z.object({ column: z.string(), message: z.string() }).nullable(),
    }),
  ),
})
export type NamedRowsAnswer = z.infer<typeof NamedRowsAnswer>

type Answer = NamedRowsAnswer['rows'][number]

/**
 * Name and birth date behind each number, to be compared with the paper before anything is stored. Within the reader's
 * scope; every person shown stands in the audit line. The same finding and the same refusals as when the grid is stored.
 */
export async function nameRows(work: Work, { rows }: NamedRows): Promise<NamedRowsAnswer> {
  const named = rows.map(({ insuredNumber, birthOn, kana }) => ({
    personId: null,
    residentNumber: null,
    insuredNumber,
    birthOn,
    kana: kana === '' ? null : kana,
  }))
  work.about('checklist-batch', undefined, { rows: rows.length })
  return work.read(async (tx) => {
    const scope = recordCondition(work.actor, work.today, { alias: 'p', person: 'id', next: 2 })
    const identify = identifier(await findNamed(tx, named, scope), work.today)
    const found = rows.map(({ answeredOn }, at) => {
      const one = named[at]
      if (!one) throw new Error('a row without its name')
      return { answeredOn, found: identify(one, answeredOn) }
    })
    const people = found.flatMap(({ found: person, answeredOn }) =>
      isMismatch(person) ? [] : [{ person, on: answeredOn }],
    )
    work.touched(...people.map(({ person }) => person.id))
    const standings = await standingsOf(tx, work.actor.insurerId, people)
    const types = standings.map(({ insuredType }) => insuredType)
    return { rows: found.map(({ found: one }) => answerOf(one, types)) }
  })
}

/** @param types insured types of the people found, in their order; taken from its front */
function answerOf(found: ReturnType<ReturnType<typeof identifier>>, types: Answer['insuredType'][]): Answer {
  if (isMismatch(found)) return { person: null, insuredType: null, mismatch: shown(found) }
  const { id, name, kana, birthOn } = found
  return { person: { id, name, kana, birthOn }, insuredType: types.shift() ?? null, mismatch: null }
}

const shown = ({ column, message }: Mismatch) => ({ column, message })
