import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { instantOf } from '../ids.ts'
import { type Random, streamOf } from '../random.ts'
import { type Draft, eventTaskId, type OptionalColumn, taskKinds } from '../task-row.ts'
import type { SampleWorld } from '../world.ts'
import { events, type SampleEvent, type SampleReferral } from './event.ts'
import { doneNotes, postponeReasons } from './phrases/answers.ts'
import { referralStream, writeReferral } from './referrals.ts'
import { nextActionOf } from './rows.ts'

/** Tasks of the consultations: the next step, the answer to a referral, the first response to abuse. */
export function* consultationTasks(world: SampleWorld): Generator<Draft> {
  const stream = streamOf(world.options.seed, 'consultation-tasks')
  const referrals = referralStream(world)
  const nextAction = nextActionOf(world)
  for (const event of events(world)) {
    const random = stream(event.n)
    if (event.dueOn) {
      yield {
        ...ofEvent(world, event),
        id: eventTaskId(world, event, 'followUp'),
        kind: taskKinds.followUp,
        title: nextAction(event),
        due_on: event.dueOn,
        ...course(world, event, event.dueOn, random),
      }
    }
    if (event.referral) yield replyTask(world, event, event.referral, referrals(event.n), random)
    if (event.topics.includes('abuse')) yield abuseTask(world, event)
  }
}

function replyTask(
  world: SampleWorld,
  event: SampleEvent,
  referral: SampleReferral,
  referralRandom: Random,
  random: Random,
): Draft {
  const written = writeReferral(world, event, referral, referralRandom)
  const task = {
    ...ofEvent(world, event),
    id: eventTaskId(world, event, 'reply'),
    kind: taskKinds.reply,
    title: `${written.toName}からの回答`,
    due_on: written.replyDueOn,
  }
  if (written.receivedOn) {
    const done_at = instantOf(written.receivedOn, random.between(600, 1020))
    return { ...task, state: 'done', done_at, done_by: task.holder_id, done_note: '受領の連絡があった。' }
  }
  if (event.day > addDays(world.options.anchor, -45)) return { ...task, state: 'waiting' }
  return { ...task, state: 'withdrawn', done_note: '先方からの回答がないまま、相談が終わった。' }
}

/** Done on the same day, as the gate demands. */
function abuseTask(world: SampleWorld, event: SampleEvent): Draft {
  const task = ofEvent(world, event)
  return {
    ...task,
    id: eventTaskId(world, event, 'abuse'),
    kind: taskKinds.abuse,
    title: '虐待の疑い: 事実確認と初動の協議',
    due_on: event.day,
    state: 'done',
    done_at: instantOf(event.day, Math.min(1439, event.minuteOfDay + 90)),
    done_by: task.holder_id,
    done_note: '市と協議し、初動を決めた。',
  }
}

function ofEvent(world: SampleWorld, event: SampleEvent) {
  const holder = world.ids.staff[event.staff.at]!
  return {
    person_id: event.person?.id ?? null,
    centre_id: world.ids.centres[event.centreAt] ?? null,
    holder_id: holder,
    source_type: 'consultation',
    source_id: event.id,
    created_at: instantOf(event.day, event.minuteOfDay),
    created_by: holder,
  }
}

/** Done in time or a few days late; a death ends it; of the last weeks some are still open. */
function course(
  world: SampleWorld,
  event: SampleEvent,
  dueOn: IsoDate,
  random: Random,
): Pick<Draft, 'state' | OptionalColumn> {
  const { anchor } = world.options
  const holder = world.ids.staff[event.staff.at]!
  if (event.person?.endedOn && event.person.endedOn <= dueOn) {
    return {
      state: 'withdrawn',
      done_at: instantOf(event.person.endedOn, 720),
      done_note: '死亡・転出により終了。',
    }
  }
  if (dueOn >= anchor) return { state: 'open' }
  const stillOpen = dueOn > addDays(anchor, -8) ? 140 : dueOn > addDays(anchor, -40) ? 30 : 2
  if (random.chance(stillOpen)) {
    if (!random.chance(250)) return { state: 'open' }
    return {
      state: 'open',
      postponed_from: addDays(dueOn, -random.between(3, 10)),
      postponed_reason: random.pick(postponeReasons),
    }
  }
  const late = addDays(dueOn, random.between(-2, 2))
  const doneOn = late <= event.day ? addDays(event.day, 1) : late
  const on = doneOn < anchor ? doneOn : addDays(anchor, -1)
  return {
    state: 'done',
    done_at: instantOf(on, random.between(540, 1050)),
    done_by: holder,
    done_note: random.pick(doneNotes),
  }
}
