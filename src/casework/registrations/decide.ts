import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid, Problem } from '../../platform/errors/index.ts'
import { certificationsFrom } from '../certifications/index.ts'
import type { RegisteredMany, Registration } from './answers.ts'
import { type Assessed, assess, type LocalRules, localRules } from './assess.ts'
import { checklistOf } from './checklist-step.ts'
import { proposeEndByCertification } from './end-proposal.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { workerOf } from './holders.ts'
import { deed, lockedCourse, officeOf, step } from './move.ts'
import { abilitiesOn, type Course } from './read.ts'
import { lastDayOfMonths } from './rules/months.ts'
import type { ActBody, RegisterBody, RegisterManyBody, ReturnBody, ReviewBody } from './schema.ts'
import { updateStatement } from './store.ts'
import { endTasks, followRegistration, remindOfReview, sendBack, takeOver } from './tasks.ts'

/** 受領: the municipality says that the request has arrived. */
export const receiveRequest = (work: Work, id: string, version: number): Promise<Registration> =>
  deed(work, id, version, 'receive', async (tx) => {
    await set(tx, work, id, { receivedAt: work.clock.now().toString(), receivedBy: work.actor.staffId })
    await takeOver(tx, work, id)
  })

/** 差戻し, with the reason as a task of whoever asked. */
export const returnRequest = (work: Work, id: string, body: ReturnBody): Promise<Registration> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'return', async (tx, course) => {
    await step(
      tx,
      work,
      course,
      { to: 'returned', on: body.on, reason: body.reason },
      {
        returnedReason: body.reason,
        requestedAt: null,
        requestedBy: null,
        receivedAt: null,
        receivedBy: null,
      },
    )
    const holderId = await workerOf(tx, work, { ...course, staffId: course.requestedBy })
    await sendBack(tx, work, course, { reason: body.reason, holderId })
  })
}

const set = (tx: Tx, work: Work, id: string, change: Parameters<typeof updateStatement>[2]) => {
  const { text, values } = updateStatement(work.actor.insurerId, id, change)
  return tx.query(text, values)
}

/** Why the course cannot be registered on the day, in words; empty with the period when it can. */
async function examine(
  tx: Tx,
  work: Work,
  course: Course,
  on: string,
  localClass: string | null,
): Promise<{ reasons: string[]; assessed: Assessed; local: LocalRules }> {
  const local = await localRules(tx, work.actor.insurerId, on)
  const assessed = await assess(tx, work, course, local, { by: officeOf(work.actor), on })
  const reasons = [...assessed.refusals]
  if (localClass !== null && !local.classes.some(({ code }) => code === localClass))
    reasons.push('市独自の区分が、この日に使える区分にありません。選び直してください。')
  if (assessed.outcome.outcome === 'registered') {
    const { from } = assessed.outcome
    const [other] = await tx.query<{ to: string | null }>(
      `select r.ended_on as "to" from casework.registration r
       where r.insurer_id = $1 and r.person_id = $2 and r.id <> $3 and r.starts_on is not null
         and (r.ended_on is null or r.ended_on >= $4)`,
      [work.actor.insurerId, course.personId, course.id, from],
    )
    if (other)
      reasons.push(
        other.to === null
          ? 'すでに事業対象者として登録されています。先の登録を終えてから登録してください。'
          : '前の登録の期間と重なります。前の登録の終わりの日を確かめてください。',
      )
  }
  return { reasons, assessed, local }
}

async function register(
  tx: Tx,
  work: Work,
  course: Course,
  { on, reason, localClass = null }: Pick<RegisterBody, 'on' | 'reason' | 'localClass'>,
): Promise<{ reasons: string[]; startsOn: string | null }> {
  const { reasons, assessed, local } = await examine(tx, work, course, on, localClass)
  if (reasons.length > 0) return { reasons, startsOn: null }
  const { outcome } = assessed
  if (outcome.outcome !== 'registered') throw new Error(`an examined course is ${outcome.outcome}`)
  await step(
    tx,
    work,
    course,
    { to: 'registered', on, reason },
    {
      decidedOn: on,
      decidedBy: work.actor.staffId,
      startRule: local.start,
      startsOn: outcome.from,
      localClass,
      reviewMonths: local.reviewMonths,
      reviewDue: outcome.reviewDue,
      ...(course.receivedAt === null
        ? { receivedAt: work.clock.now().toString(), receivedBy: work.actor.staffId }
        : {}),
    },
  )
  const workerId = await workerOf(tx, work, { ...course, staffId: course.requestedBy })
  await followRegistration(tx, work, course, { reviewDue: outcome.reviewDue, workerId })
  await proposeKnownEnd(tx, work, course, outcome.from)
  return { reasons: [], startsOn: outcome.from }
}

/** A 認定 that begins after the start was there before the registration: its end is proposed at once, as when it is decided. */
async function proposeKnownEnd(tx: Tx, work: Work, course: Course, startsOn: string): Promise<void> {
  const { personId, centreId } = course
  const [first] = await certificationsFrom(tx, work.actor.insurerId, personId, startsOn)
  if (!first) return
  const { id: certificationId, level, validFrom } = first
  await proposeEndByCertification(tx, work, { personId, centreId, certificationId, level, validFrom })
}

/** 登録 by the municipality. @throws 422 with every reason in words; 409 a period that another registration took meanwhile */
export const registerPerson = (work: Work, id: string, body: RegisterBody): Promise<Registration> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'register', async (tx, course) => {
    const { reasons } = await overlapSaid(register(tx, work, course, body))
    if (reasons.length > 0)
      throw invalid(reasons.map((message) => ({ path: 'state', code: 'refused', message })))
  })
}

/** The exclusion constraint speaks only when two registered at once. */
async function overlapSaid<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    if ((error as { code?: string }).code !== '23P01') throw error
    throw new Problem('registration.overlaps', 409, 'すでに事業対象者として登録されています', {
      detail: '同じ期間の登録が、今ほかの職員によって行われました。画面を開き直してください。',
      cause: error,
    })
  }
}

/**
 * Several at once, each examined for itself: who cannot be registered is named with the reasons and the others are registered.
 * Ids out of reach answer like stale ones.
 */
export async function registerMany(work: Work, body: RegisterManyBody): Promise<RegisteredMany> {
  refuseIndividualNumbers({ reason: body.reason })
  const results = await overlapSaid(
    work.write(async (tx) => {
      const done: RegisteredMany['results'] = []
      for (const item of body.items) done.push(await registerOne(tx, work, item, body))
      return done
    }),
  )
  const registered = results.filter(({ outcome }) => outcome === 'registered').length
  work.about('registration', undefined, { asked: results.length, registered })
  return { results }
}

async function registerOne(
  tx: Tx,
  work: Work,
  { id, version }: RegisterManyBody['items'][number],
  body: RegisterManyBody,
): Promise<RegisteredMany['results'][number]> {
  const stale = { id, outcome: 'stale' as const, startsOn: null }
  const unknown = { ...stale, reasons: ['記録が変わっています。一覧を開き直してください。'] }
  const course = await lockedCourse(tx, work, id).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  })
  if (!course || course.version !== version || !abilitiesOn(course, work.actor).includes('register'))
    return unknown
  work.touched(course.personId)
  if (body.on > work.today || body.on < course.lastMoveOn)
    return {
      id,
      outcome: 'refused',
      startsOn: null,
      reasons: ['登録を決めた日が、前の手続きの日より前か、先の日付です。日付を直してください。'],
    }
  const { reasons, startsOn } = await register(tx, work, course, body)
  return { id, outcome: reasons.length === 0 ? 'registered' : 'refused', startsOn, reasons }
}

/** 証再交付, 国保連への連絡, お知らせ: dated acts; done ones end their task, an entry taken back brings it again only by hand. */
export const recordAct = (work: Work, id: string, body: ActBody): Promise<Registration> =>
  deed(work, id, body.version, 'act', async (tx, course) => {
    if (
      body.on !== null &&
      (body.on > work.today || (course.decidedOn !== null && body.on < course.decidedOn))
    )
      throw invalid([
        {
          path: 'on',
          code: 'order',
          message: '行った日: 登録を決めた日から今日までの日を入力してください。',
        },
      ])
    if (body.act === 'card') await set(tx, work, id, { cardReissuedOn: body.on })
    else if (body.act === 'notice') await set(tx, work, id, { noticeSentOn: body.on })
    else {
      const month = body.on === null ? null : (body.month ?? `${body.on.slice(0, 7)}-01`)
      await set(tx, work, id, { kokuhorenNotifiedOn: body.on, kokuhorenMonth: month })
    }
    if (body.on !== null && body.act !== 'notice')
      await endTasks(tx, work, id, [body.act === 'card' ? 'registration-card' : 'registration-kokuhoren'])
  })

/** 再確認: a newer checklist still shows 基準に該当; the next review counts from its 実施日. */
export const recordReview = (work: Work, id: string, body: ReviewBody): Promise<Registration> =>
  deed(work, id, body.version, 'review', async (tx, course) => {
    const checklist = await checklistOf(tx, work, course.personId, body.checklistId)
    if (checklist.judgement !== 'target')
      throw invalid([
        {
          path: 'checklistId',
          code: 'judgement',
          message:
            'チェックリスト: 「基準に該当」ではありません。再判定で非該当なら、登録の終了として記録してください。',
        },
      ])
    if (course.checklistOn !== null && checklist.answeredOn <= course.checklistOn)
      throw invalid([
        {
          path: 'checklistId',
          code: 'order',
          message: 'チェックリスト: 登録に使ったものより新しい実施日のものを選んでください。',
        },
      ])
    const { reviewMonths } = await localRules(tx, work.actor.insurerId, body.on)
    const reviewDue = reviewMonths === null ? null : lastDayOfMonths(checklist.answeredOn, reviewMonths)
    await set(tx, work, id, {
      reviewedOn: body.on,
      reviewChecklistId: body.checklistId,
      reviewMonths,
      reviewDue,
    })
    await endTasks(tx, work, id, ['registration-review'])
    if (reviewDue === null) return
    const workerId = await workerOf(tx, work, { ...course, staffId: course.requestedBy })
    await remindOfReview(tx, work, course, { reviewDue, workerId })
  })
