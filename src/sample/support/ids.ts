import { midnight } from '../ids.ts'
import type { SamplePerson } from '../people/person.ts'
import type { SampleWorld } from '../world.ts'

type Kind =
  | 'certification'
  | 'checklist'
  | 'registration'
  | 'registration-move'
  | 'course'
  | 'record'
  | 'entrustment'

/** Up to 64 of a kind for one person; the same wherever it is asked. */
export const supportId = (world: SampleWorld, kind: Kind, { n }: SamplePerson, k = 0): string =>
  world.makeId(kind, world.madeAt, n * 64 + k + 1)

/** Rows that follow from others: tasks and journal, told apart from those of consultations by their number. */
export const followId = (world: SampleWorld, kind: 'support-journal', day: string, n: number): string =>
  world.makeId(kind, midnight(day), n)
