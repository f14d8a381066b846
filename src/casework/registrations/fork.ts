import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { step } from './move.ts'
import type { Course } from './read.ts'
import type { RouteChoice } from './schema.ts'
import { endTasks } from './tasks.ts'

/** 分岐: 認定申請 or チェックリスト, by the person's wish and consent, asked by the actor (CHK-05, 1 and 2). */
export async function fork(
  tx: Tx,
  work: Work,
  course: Course,
  { route, wish, consent, isTold, askedOn, on, reason }: RouteChoice & { on: string; reason: string },
): Promise<void> {
  if (askedOn > on)
    throw invalid([
      {
        path: 'askedOn',
        code: 'order',
        message: '希望を聞いた日: 決めた日より後です。どちらかの日付を直してください。',
      },
    ])
  const { staffId } = work.actor
  await step(
    tx,
    work,
    course,
    {
      to: route === 'certification' ? 'certificationRoute' : 'checklistRoute',
      on,
      reason,
      route: { askedBy: staffId, askedOn, wish, consent, toldOfCertification: isTold === true },
    },
    {
      wish,
      consent,
      isTold,
      askedBy: staffId,
      askedOn,
      requestedAt: null,
      requestedBy: null,
      receivedAt: null,
      receivedBy: null,
    },
  )
  await endTasks(tx, work, course.id, 'all', 'withdrawn')
}
