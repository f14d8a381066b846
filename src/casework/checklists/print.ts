import { formatDate } from '../../platform/calendar/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'
import { blankForm, formOf } from './printed-form.ts'
import { resultPage } from './printed-result.ts'
import { readChecklist } from './read.ts'

const FORM = 'casework/checklists/documents/checklist.typ'
const RESULT = 'casework/checklists/documents/result.typ'

/** 様式第一 with the answers and the result box, one A4 page. @throws 404 absent, or outside the reader's scope */
export async function printChecklist(work: Work, id: string): Promise<Buffer> {
  const record = await readChecklist(work, id)
  const birthOn = await birthOf(work, record.person.id)
  return printed(work, FORM, formOf(record, birthOn))
}

/** The page that is handed to the person. @throws 404 */
export async function printResult(work: Work, id: string): Promise<Buffer> {
  return printed(work, RESULT, resultPage(await readChecklist(work, id)))
}

/** 様式第一 to be filled in by hand. */
export const printBlank = (work: Work): Promise<Buffer> => printed(work, FORM, blankForm())

async function printed(work: Work, template: string, data: object): Promise<Buffer> {
  const now = work.clock.now()
  const [installation] = (await work.flight([
    { text: 'select is_sample from registers.insurer where insurer_id = $1', values: [work.actor.insurerId] },
  ])) as [{ is_sample: boolean }[]]
  return pdf(
    template,
    {
      ...data,
      made: formatDate(work.today),
      sample: installation[0]?.is_sample ? '見本（人も数字も架空です）' : undefined,
    },
    now,
  )
}

/** Within reach already: the sheet was. */
async function birthOf(work: Work, personId: string): Promise<string | null> {
  const [people] = (await work.flight([
    {
      text: `select birth_on as "birthOn" from casework.person where insurer_id = $1 and id = $2 and birth_uncertainty = 'known'`,
      values: [work.actor.insurerId, personId],
    },
  ])) as [{ birthOn: string | null }[]]
  return people[0]?.birthOn ?? null
}
