import type { z } from 'zod'
import type { Confidence, Source } from '../../law/types.ts'

/** How a value is entered. A `structure` is entered by the area's own screen. */
export type SettingInput =
  | { kind: 'choice'; choices: readonly { code: string; label: string }[] }
  /** `blank`: what no number means, e.g. 定めなし; without it a number is required */
  | { kind: 'integer'; min: number; max: number; blank?: string }
  | { kind: 'yesNo'; yes: string; no: string }
  | { kind: 'structure' }

/** A value that the municipality decides for itself; stated by the area that uses it, in `settings.ts`. */
export interface SettingDefinition<T = unknown> {
  /** `registration.review-months`; keys that begin with `security.` belong to administrators, all others to officers */
  key: string
  title: string
  /** 事業対象者の登録: the heading under which it stands */
  group: string
  unit: string | null
  help: string
  /** messages in Japanese; what is stored passed it */
  schema: z.ZodType<T>
  input: SettingInput
  /** in force until the municipality enters its own */
  initial: T
  /** where the initial value stands */
  source: Source
  confidence: Confidence
  /** money or eligibility hangs on it: one officer proposes, another approves. Its key also stands in registers.two_person_setting */
  approval?: 'two'
  /**
   * `src/law` has the national value of every day, and the rules take it while nothing is entered: `initial` only says what holds today
   * and where an editor begins. Never put into a calculation as if the municipality had decided it.
   */
  lawDecides?: true
}

/** States a setting with the type of its value. */
export const setting = <T>(definition: SettingDefinition<T>): SettingDefinition<T> => definition

/** Who may change it: the second lock is the door registers.need_setting_right. */
export const changedBy = (key: string): 'administrator' | 'officer' =>
  key.startsWith('security.') ? 'administrator' : 'officer'

/** A stored value with its parts in the order of the schema: jsonb keeps none. What no longer fits is shown as it is. */
export function asStated({ schema }: SettingDefinition, value: unknown): unknown {
  const read = schema.safeParse(value)
  return read.success ? read.data : value
}
