import { Status, type Tone } from '../../../ui/status/index.ts'

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'neutral',
  confirmed: 'info',
  accepted: 'good',
  returned: 'caution',
}

type StateWordProps = { state: string; label: string; number: number; isOverdue?: boolean }

/** 下書き, センター確定 第1版 …, as sign and word. */
export const StateWord = ({ state, label, number, isOverdue = false }: StateWordProps) => (
  <span className="inline-flex flex-wrap items-center gap-1">
    <Status tone={TONES[state] ?? 'neutral'}>
      {label}
      {number > 0 ? ` 第${number}版` : ''}
    </Status>
    {isOverdue ? <Status tone="danger">期限切れ</Status> : null}
  </span>
)
