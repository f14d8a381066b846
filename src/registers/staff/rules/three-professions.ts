import type { NewStaff } from '../schema.ts'

/** The three professions every centre has, in the words of the ordinances. */
const THREE: readonly [NewStaff['profession'], string][] = [
  ['publicHealthNurse', '保健師等'],
  ['socialWorker', '社会福祉士'],
  ['chiefCareManager', '主任介護支援専門員'],
]
/** Roles in which somebody counts as staff of the centre. */
const COUNTED = new Set(['centreStaff', 'centreManager', 'coreCentreStaff'])

/**
 * Which of the three professions (三職種) a centre lacks. How many of each the ordinance asks for by number of people aged 65 and
 * over is not judged here, nor 準ずる者.
 * @param staff everybody with a post at the centre on the day in question
 * @returns the words of those missing, in the order of the ordinance
 * @source 介護保険法施行規則第140条の66第1号イ
 */
export function missingProfessions(staff: readonly { role: string; profession: string }[]): string[] {
  const there = new Set(staff.filter(({ role }) => COUNTED.has(role)).map(({ profession }) => profession))
  return THREE.filter(([profession]) => !there.has(profession)).map(([, word]) => word)
}
