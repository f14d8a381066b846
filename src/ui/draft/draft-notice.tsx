import { formatDate } from '../../platform/calendar/index.ts'
import { Button } from '../button/index.ts'
import { dayInJapan, timeInJapan } from '../clock/clock.ts'
import { Notice } from '../status/index.ts'
import type { Draft } from './draft.ts'

/** At the top of a form: what was kept from last time, and the choice. */
export function DraftFound<T>({ draft }: { draft: Draft<T> }) {
  if (!draft.found) return null
  const { savedAt } = draft.found
  const when = `${formatDate(dayInJapan(savedAt), 'short')} ${timeInJapan(savedAt)} の`
  return (
    <div className="mb-4">
      <Notice tone="info" title={`${when}書きかけの下書きがあります`} role="status">
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onPress={draft.take}>
            下書きの続きから書く
          </Button>
          <Button size="small" look="quiet" onPress={() => void draft.discard()}>
            下書きを捨てる
          </Button>
        </div>
      </Notice>
    </div>
  )
}

/** Beside the save button. */
export function DraftState<T>({ draft }: { draft: Draft<T> }) {
  return (
    <span role="status" className={`text-sm ${draft.state === 'failed' ? 'text-danger' : 'text-soft'}`}>
      {draft.text}
    </span>
  )
}
