import { answerCells } from '../../casework/checklists/entry.ts'
import { kihonChecklist } from '../../casework/checklists/forms/kihon-checklist/form.ts'
import { items } from '../../casework/checklists/forms/kihon-checklist/items.ts'
import { type JudgedSheet, judgeSheet } from '../../casework/checklists/judge-sheet.ts'
import type { Answers } from '../../casework/checklists/rules/coding.ts'
import { addDays, type IsoDate } from '../../platform/calendar/index.ts'
import { MEGURI } from '../city/registers.ts'
import { instantOf } from '../ids.ts'
import { type Random, streamOf } from '../random.ts'
import type { Row } from '../tables.ts'
import type { SampleWorld } from '../world.ts'
import { type Support, supports } from './decide.ts'
import { supportId } from './ids.ts'

export interface SampleSheet {
  id: string
  on: IsoDate
  answers: Answers
  height: number | null
  weight: number | null
  judged: JudgedSheet
  minutes: number | null
}

/** The sheets of one person; whoever is registered, or shall be, meets a criterion. */
export function sheetsOf(world: SampleWorld, support: Support): SampleSheet[] {
  const random = streamOf(world.options.seed, 'checklists')(support.person.n)
  const mustMeet = support.standing === 'registered' || support.standing === 'asked'
  return support.checklistsOn.map((on, k) => {
    const id = supportId(world, 'checklist', support.person, k)
    const minutes = random.chance(900) ? random.between(15, 50) : null
    let sheet = drawSheet(support, on, random)
    for (let n = 0; mustMeet && sheet.judged.judgement !== 'target' && n < 60; n++)
      sheet = drawSheet(support, on, random)
    return { id, on, minutes, ...sheet }
  })
}

/** Answers by age: at 70 every sixth item scores, at 90 every second. One cell in eighty was left open. */
function drawSheet({ person, certification }: Support, on: IsoDate, random: Random) {
  const perMille = Math.min(560, Math.max(120, 160 + (person.age - 70) * 17))
  const answers = Object.fromEntries(
    items.flatMap((item) => {
      if (item.kind !== 'question') return []
      const other = item.scoresWhen === 'yes' ? 'no' : 'yes'
      const drawn = random.chance(perMille) ? item.scoresWhen : other
      return [[item.no, random.chance(12) ? null : drawn]]
    }),
  ) as Answers
  const isMeasured = random.chance(960)
  const height = isMeasured ? random.between(1380, 1720) * 10 : null
  const weight = isMeasured ? random.between(380, 720) * 10 : null
  const runs = certification && certification.from <= on && on <= certification.to ? certification : null
  const { value: judged } = judgeSheet({
    answeredOn: on,
    answers,
    heightHundredthsCm: height,
    weightHundredthsKg: weight,
    insuredType: 'category1Insured',
    certification: runs && { level: runs.level < '20' ? 'support' : 'care', from: runs.from, to: runs.to },
  })
  return { answers, height, weight, judged }
}

/** Rows of casework.checklist; all confirmed but those of the last week. */
export function* checklistRows(world: SampleWorld): Generator<Row<'casework.checklist'>> {
  const unconfirmedFrom = addDays(world.options.anchor, -4)
  for (const support of supports(world)) {
    const { person, certification } = support
    const staffId = world.ids.staff[person.staffAt]!
    const centre = world.ids.centres[person.centreAt] ?? null
    for (const { id, on, answers, height, weight, judged, minutes } of sheetsOf(world, support)) {
      const isConfirmed = on < unconfirmedFrom
      const runs = certification && certification.from <= on && on <= certification.to ? certification : null
      yield {
        insurer_id: MEGURI,
        id,
        person_id: person.id,
        centre_id: centre,
        recorded_centre_id: centre,
        area_id: world.ids.areas[person.areaAt] ?? null,
        staff_id: staffId,
        form_version: kihonChecklist.version,
        answered_on: on,
        method: 'interview',
        respondent: 'self',
        coding: 'paperNumber',
        answers: answerCells(answers),
        height_hundredths_cm: height,
        weight_hundredths_kg: weight,
        minutes,
        judgement: judged.judgement,
        met: judged.met,
        undetermined: judged.undetermined,
        known_points: judged.total.known,
        unknown_points: judged.total.unknown,
        insured_type: 'category1Insured',
        certification_level: runs ? (runs.level < '20' ? 'support' : 'care') : null,
        certification_from: runs?.from ?? null,
        certification_to: runs?.to ?? null,
        confirmed_judgement: isConfirmed ? judged.judgement : null,
        confirmed_by: isConfirmed ? staffId : null,
        confirmed_at: isConfirmed ? instantOf(on, 16 * 60) : null,
        source: 'form',
        created_at: instantOf(on, 16 * 60),
        created_by: staffId,
      }
    }
  }
}
