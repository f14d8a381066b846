import { Status, type Tone } from '../../../ui/status/index.ts'
import type { Entry } from '../schema.ts'
import { markWord, STATUSES } from '../words.ts'

const TONES: Readonly<Record<Entry['mark'], Tone>> = {
  seen: 'good',
  confirmed: 'good',
  secondary: 'neutral',
  decided: 'neutral',
  unread: 'caution',
}

type MarksProps = { entry: Pick<Entry, 'mark' | 'status'>; insurer: string }

/** How far a value can be trusted, and whether it is law already. */
export function Marks({ entry: { mark, status }, insurer }: MarksProps) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Status tone={TONES[mark]}>{markWord(mark, insurer)}</Status>
      {status ? <Status tone="caution">{STATUSES[status]}</Status> : null}
    </span>
  )
}
