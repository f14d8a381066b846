import { formatDate } from '../../platform/calendar/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { levelGroup, levelLabel } from '../certifications/codes.ts'
import { certificationsFrom } from '../certifications/index.ts'
import type { Registration } from './answers.ts'
import { END_REASONS, labelOf } from './codes.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { deed, step } from './move.ts'
import { type Course, personIn } from './read.ts'
import type { RegistrationEnd } from './rules/registration.ts'
import { lastDayOf } from './rules/registration.ts'
import { REFUSAL_TEXTS } from './rules/registration-steps.ts'
import type { EndBody } from './schema.ts'
import { followEnd } from './tasks.ts'

/**
 * 終了, decided by the municipality with date and reason. 要支援: the eve of the 認定; 要介護: the day the officer settled;
 * death and moving out: the day of the person's row unless another is given.
 * @throws 422 the day is missing, before the start, or the 認定 is none of this person
 */
export const endRegistration = (work: Work, id: string, body: EndBody): Promise<Registration> => {
  refuseIndividualNumbers({ note: body.note })
  return deed(work, id, body.version, 'end', async (tx, course) => {
    const { end, words } = await endOf(tx, work, course, body)
    const last = lastDayOf(end)
    if ('refused' in last)
      throw invalid([{ path: 'lastDay', code: 'not-settled', message: REFUSAL_TEXTS[last.refused] }])
    const lastDay = last.on
    if (lastDay === null) throw new Error('an end has a last day')
    if (course.startsOn !== null && lastDay < course.startsOn)
      throw invalid([{ path: 'lastDay', code: 'before-start', message: REFUSAL_TEXTS.endBeforeStart }])
    const reason = [`${labelOf(END_REASONS, body.end)}${words}`, body.note].filter(Boolean).join(' ')
    await step(
      tx,
      work,
      course,
      { to: 'ended', on: body.on, reason },
      {
        endedOn: lastDay,
        endReason: body.end,
        endDecidedOn: body.on,
        endDecidedBy: work.actor.staffId,
      },
    )
    await followEnd(tx, work, course, course.kokuhorenNotifiedOn !== null)
  })
}

interface End {
  end: RegistrationEnd
  /** what the reason adds: 「（要支援1、令和7年9月3日から）」 */
  words: string
}

async function endOf(tx: Tx, work: Work, course: Course, body: EndBody): Promise<End> {
  if (body.end === 'certification') return endByCertification(tx, work, course, body)
  const lastDay = body.lastDay ?? (await lastDayOfPerson(tx, work, course, body.end))
  if (lastDay === null)
    throw invalid([
      {
        path: 'lastDay',
        code: 'missing',
        message: '最後の日: 事業対象者としての最後の日を入力してください。',
      },
    ])
  return { end: { reason: body.end, lastDay }, words: '' }
}

async function endByCertification(tx: Tx, work: Work, course: Course, body: EndBody): Promise<End> {
  const known = await certificationsFrom(
    tx,
    work.actor.insurerId,
    course.personId,
    course.startsOn ?? body.on,
  )
  const found = known.find(({ id }) => id === body.certificationId)
  if (!found)
    throw invalid([
      {
        path: 'certificationId',
        code: 'absent',
        message: '認定: 登録の後に始まるこの方の認定にありません。先に認定を記録するか、選び直してください。',
      },
    ])
  const { level, validFrom } = found
  const words = `（${levelLabel(level)}、${formatDate(validFrom)}から）`
  const reason = 'certification' as const
  if (levelGroup(level) === 'support')
    return { end: { reason, level: 'support', effectiveFrom: validFrom }, words }
  return { end: { reason, level: 'care', lastDay: body.lastDay ?? null }, words }
}

async function lastDayOfPerson(
  tx: Tx,
  work: Work,
  { personId }: Course,
  reason: EndBody['end'],
): Promise<string | null> {
  if (reason !== 'died' && reason !== 'movedOut') return null
  const person = await personIn(tx, work, personId)
  return reason === 'died' ? person.diedOn : person.movedOutOn
}
