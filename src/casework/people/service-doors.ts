import { allContributes } from '../../platform/contributes/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid, notFound } from '../../platform/errors/index.ts'
import { foldKana, foldName } from '../../platform/text/index.ts'
import type { InquiryAnswer, InquiryBody, TransferBody, Transferred } from './schema.ts'
import { personStatement, type StoredPerson, toSheetPerson } from './stored-person.ts'

interface LookedAfter {
  person_id: string
  name_shown: string
  kana_shown: string
  birth_year: number
  centre_name: string | null
}

/** 照会: who looks after a caller. Whole name and birth date in; name, kana, birth year and 担当センター out. */
export async function inquire(work: Work, body: InquiryBody): Promise<InquiryAnswer> {
  const [rows] = (await work.flight([
    {
      text: 'select * from casework.who_looks_after($1, $2, $3)',
      values: [foldName(body.name), foldKana(body.kana), body.birthOn],
    },
  ])) as [LookedAfter[]]
  work.touched(...rows.map((row) => row.person_id))
  work.about('person-inquiry', undefined, { count: rows.length })
  return {
    items: rows.map((row) => ({
      name: row.name_shown,
      kana: row.kana_shown,
      birthYear: row.birth_year,
      centreName: row.centre_name,
    })),
  }
}

type Outcome =
  | { outcome: 'done'; fromCentreId: string | null; receiverId: string }
  | { outcome: 'conflict' | 'same-centre' | 'no-such-centre' | 'no-receiver' }

const refusals = {
  'same-centre': {
    path: 'toCentreId',
    message: '引き継ぎ先: いまの担当センターと同じです。別のセンターを選んでください。',
  },
  'no-such-centre': {
    path: 'toCentreId',
    message: '引き継ぎ先: 今日あるセンターではありません。一覧から選び直してください。',
  },
  'no-receiver': {
    path: 'toStaffId',
    message:
      '引き継ぎ先: 受け取れる職員がいません。そのセンターの職員を選ぶか、管理者に職の登録を依頼してください。',
  },
} as const

/**
 * Hands a person over to another centre, with records, open tasks and a task that asks for the receipt.
 * @throws notFound · conflict with the stored person · invalid
 */
export async function transferPerson(work: Work, id: string, body: TransferBody): Promise<Transferred> {
  const { actor, today } = work
  const { consequences } = await allContributes()
  work.about('person', id, { toCentreId: body.toCentreId })
  return work.write(async (tx) => {
    const [row] = await tx.query<{ answer: Outcome | null }>(
      'select casework.transfer_person($1, $2, $3, $4, $5) as answer',
      [id, body.version, body.toCentreId, body.toStaffId, body.reason],
    )
    const answer = row?.answer
    if (!answer) throw notFound()
    work.touched(id)
    if (answer.outcome === 'conflict') {
      const { text, values } = personStatement(actor, today, id)
      const [stored] = await tx.query<StoredPerson>(text, values)
      throw stored ? conflict(toSheetPerson(stored, actor, today)) : notFound()
    }
    if (answer.outcome !== 'done') throw invalid([{ code: answer.outcome, ...refusals[answer.outcome] }])
    for (const consequence of consequences.filter(({ on }) => on.includes('transferred'))) {
      await consequence.run(tx, actor, {
        kind: 'transferred',
        personId: id,
        on: today,
        fromCentreId: answer.fromCentreId,
        toCentreId: body.toCentreId,
      })
    }
    return { id, centreId: body.toCentreId, receiverId: answer.receiverId }
  })
}
