import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { type FieldError, invalid } from '../../platform/errors/index.ts'
import { writeJournal } from '../../platform/journal/index.ts'
import type { Registration } from './answers.ts'
import { takeChecklist } from './checklist-step.ts'
import { fork } from './fork.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { deed, step } from './move.ts'
import { type Course, personIn } from './read.ts'
import type { ChecklistBody, ForkBody, Notification, RequestBody, WithdrawBody } from './schema.ts'
import { askMunicipality, awaitNotification, endTasks } from './tasks.ts'

export const chooseRoute = (work: Work, id: string, body: ForkBody): Promise<Registration> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'fork', (tx, course) => fork(tx, work, course, body))
}

export const useChecklist = (work: Work, id: string, body: ChecklistBody): Promise<Registration> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'checklist', (tx, course) => takeChecklist(tx, work, course, body))
}

/**
 * 市へ登録を依頼, with the 届出書 as it came in; without one the course waits for it. Done by the municipality itself it is the
 * acceptance of the 届出 at its own counter.
 */
export const requestRegistration = (work: Work, id: string, body: RequestBody): Promise<Registration> => {
  refuseIndividualNumbers({ note: body.note })
  return deed(work, id, body.version, 'request', async (tx, course) => {
    if (body.notification === null) return waitForNotification(tx, work, course, body.on)
    const errors = notificationErrors(body.notification, body.on)
    if (errors.length > 0) throw invalid(errors)
    await accept(tx, work, course, body, body.notification)
  })
}

async function waitForNotification(tx: Tx, work: Work, course: Course, on: string): Promise<void> {
  if (course.state === 'awaitingNotification')
    throw invalid([
      {
        path: 'notification',
        code: 'missing',
        message: '届出書: 届出を受け取ってから、市へ登録を依頼してください。',
      },
    ])
  await step(tx, work, course, { to: 'awaitingNotification', on, reason: '届出書を待つ' })
  await endTasks(tx, work, course.id, ['registration-returned'])
  await awaitNotification(tx, work, course)
}

/** CHK-05, 3: a lost card needs the 再交付申請書 with it. */
function notificationErrors(
  { on, cardPlace, hasReissueForm }: Notification,
  requestedOn: string,
): FieldError[] {
  const errors: FieldError[] = []
  if (on > requestedOn)
    errors.push({
      path: 'notification.on',
      code: 'order',
      message: '届出を受け取った日: 依頼した日より後です。どちらかの日付を直してください。',
    })
  if (cardPlace === 'lost' && hasReissueForm !== true)
    errors.push({
      path: 'notification.hasReissueForm',
      code: 'missing',
      message: '再交付申請書: 被保険者証を紛失しているときは、再交付申請書を添えてください。',
    })
  return errors
}

async function accept(tx: Tx, work: Work, course: Course, body: RequestBody, notification: Notification) {
  const { actor } = work
  const now = work.clock.now().toString()
  const isMunicipality = actor.reach === 'insurer'
  await step(
    tx,
    work,
    course,
    {
      to: 'notificationAccepted',
      on: body.on,
      reason: isMunicipality ? '届出を受理' : '届出を受け取り、市へ登録を依頼',
    },
    {
      notificationOn: notification.on,
      notificationKind: notification.kind,
      cardPlace: notification.cardPlace,
      hasReissueForm: notification.cardPlace === 'lost' ? true : (notification.hasReissueForm ?? null),
      notificationCentreId: notification.centreId ?? course.centreId,
      requestedAt: now,
      requestedBy: actor.staffId,
      requestNote: body.note || null,
      receivedAt: isMunicipality ? now : null,
      receivedBy: isMunicipality ? actor.staffId : null,
    },
  )
  await askMunicipality(tx, work, course, course.centre?.name ?? '市町村の窓口')
  if (isMunicipality) return
  const person = await personIn(tx, work, course.personId)
  await writeJournal(tx, work, {
    day: body.on,
    kind: 'registration-request',
    personId: course.personId,
    areaId: person.areaId,
    minutes: null,
    unit: '件',
    count: 1,
    source: { type: 'registration', id: course.id },
  })
}

/** 取下げ before the registration: the course stays with its reason. */
export const withdrawRegistration = (work: Work, id: string, body: WithdrawBody): Promise<Registration> => {
  refuseIndividualNumbers({ reason: body.reason })
  return deed(work, id, body.version, 'withdraw', async (tx, course) => {
    await step(tx, work, course, { to: 'withdrawn', on: body.on, reason: body.reason })
    await endTasks(tx, work, course.id, 'all', 'withdrawn')
  })
}
