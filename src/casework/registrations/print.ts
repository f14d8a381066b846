import { insuredAges } from '../../law/casework/insured-ages.ts'
import { kihonBmiLimitTenths } from '../../law/casework/kihon-bmi.ts'
import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { recordCondition } from '../../platform/access/index.ts'
import { formatDate } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { pdf } from '../../platform/documents/index.ts'
import { Problem } from '../../platform/errors/index.ts'
import { needConfirmed } from '../../registers/law-values/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import { noticePage, notificationPage, type PrintedCentre, type PrintedPerson } from './printed.ts'
import type { Course } from './read.ts'
import { courseIn } from './read.ts'
import { localClasses } from './settings.ts'

interface Facts {
  course: Course
  person: PrintedPerson
  centre: PrintedCentre | null
  insurer: { name: string; isSample: boolean }
  classLabel: string | null
}

/** 届出書, prefilled with what is known; what is not stays an empty line. 個人番号 is never printed. @throws 404 */
export async function printNotification(work: Work, id: string): Promise<Buffer> {
  const facts = await factsOf(work, id)
  return page(work, 'notification.typ', notificationPage(facts), facts)
}

/** What makes somebody a 事業対象者: the notice stands on these as they were on the day of the checklist. */
const DECIDED_BY = [kihonCriteria, kihonBmiLimitTenths, insuredAges]

/** 登録のお知らせ to the person. @throws 404 · 409 before the registration, or by a legal number that nobody confirmed */
export async function printNotice(work: Work, id: string): Promise<Buffer> {
  const facts = await factsOf(work, id)
  if (facts.course.startsOn === null)
    throw new Problem('registration.not-registered', 409, 'まだ登録されていません', {
      detail: 'お知らせは、市町村が登録を決めた後に作れます。',
    })
  const { checklistOn } = facts.course
  if (checklistOn) await needConfirmed(work, '事業対象者の登録のお知らせ', DECIDED_BY, checklistOn)
  return page(work, 'notice.typ', noticePage(facts), facts)
}

const page = (work: Work, template: string, data: object, { insurer }: Facts): Promise<Buffer> => {
  const now = work.clock.now()
  const { hour, minute } = now.toZonedDateTimeISO('Asia/Tokyo')
  return pdf(
    `casework/registrations/documents/${template}`,
    {
      ...data,
      made: `${formatDate(work.today)} ${hour}:${String(minute).padStart(2, '0')}`,
      sample: insurer.isSample ? '見本（人も数字も架空です）' : undefined,
    },
    now,
  )
}

async function factsOf(work: Work, id: string): Promise<Facts> {
  work.about('registration', id)
  return work.read(async (tx) => {
    const course = await courseIn(tx, work, id)
    work.touched(course.personId)
    const ask = <Row>({ text, values }: Statement) => tx.query<Row>(text, values)
    const [people, centres, insurers, classes] = await Promise.all([
      ask<PrintedPerson>(personStatement(work, course.personId)),
      ask<PrintedCentre>({
        text: `select c.name, c.address, c.phone, c.office_number as "officeNumber" from registers.centre c
          where c.insurer_id = $1 and c.id = $2`,
        values: [work.actor.insurerId, course.notificationCentre?.id ?? course.centreId],
      }),
      ask<Facts['insurer']>({
        text: 'select name, is_sample as "isSample" from registers.insurer where insurer_id = $1',
        values: [work.actor.insurerId],
      }),
      settingOn(tx, work.actor.insurerId, localClasses, course.decidedOn ?? work.today),
    ])
    const [person, insurer] = [people[0], insurers[0]]
    if (!person || !insurer) throw new Error('a course within reach has its person and its insurer')
    const classLabel = classes.find(({ code }) => code === course.localClass)?.label ?? course.localClass
    return { course, person, centre: centres[0] ?? null, insurer, classLabel }
  })
}

/** Address and telephone stay empty under 支援措置, whoever prints. */
function personStatement({ actor, today }: Work, personId: string): Statement {
  const { sql, values } = recordCondition(actor, today, { alias: 'p', person: 'id', next: 2 })
  return {
    text: `select p.name, p.kana, p.birth_on as "birthOn", p.sex, p.insured_number as "insuredNumber",
        case when p.is_protected then null else p.postal_code end as "postalCode",
        case when p.is_protected then null else nullif(concat(t.name, p.address_rest, ' ' || p.building), '') end as address,
        case when p.is_protected then null else p.phone end as phone
      from casework.person p left join registers.town t on t.insurer_id = p.insurer_id and t.id = p.town_id
      where p.id = $1 and ${sql}`,
    values: [personId, ...values],
  }
}
