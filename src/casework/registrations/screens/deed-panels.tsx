import type { Course } from './api.ts'
import { ActPanel, EndPanel, RegisterPanel, ReturnPanel, ReviewPanel } from './municipality-panels.tsx'
import { ChecklistPanel, ForkPanel, RequestPanel, WithdrawPanel } from './propose-panels.tsx'

export type DeedName =
  | 'fork'
  | 'checklist'
  | 'request'
  | 'register'
  | 'return'
  | 'act'
  | 'review'
  | 'end'
  | 'withdraw'
export type PanelProps = {
  course: Course
  onClose: () => void
  onDone: (stored: Course, said: string) => void
}

const PANELS: Record<DeedName, (props: PanelProps) => React.ReactNode> = {
  fork: ForkPanel,
  checklist: ChecklistPanel,
  request: RequestPanel,
  register: RegisterPanel,
  return: ReturnPanel,
  act: ActPanel,
  review: ReviewPanel,
  end: EndPanel,
  withdraw: WithdrawPanel,
}

/** What is done with a course, each with its own panel. */
export function DeedPanel({ deed, ...props }: PanelProps & { deed: DeedName }) {
  const Chosen = PANELS[deed]
  return <Chosen {...props} />
}
