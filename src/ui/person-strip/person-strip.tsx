import { type ReactNode, useId } from 'react'
import { Icon } from '../icon/index.ts'
import { Status, type Tone } from '../status/index.ts'

export type StripFact = { label: string; value: ReactNode }
export type StripFlag = { label: string; reason: string; tone: Tone }
export type PersonStripProps = {
  name: string
  kana: string
  /** in the order of the strip: birth and age, sex, number, level, worker … */
  facts: StripFact[]
  /** each with its reason, read on focus */
  flags?: StripFlag[]
  isLocked?: boolean
  actions?: ReactNode
}

/** Who this page is about, always in sight. The page decides which facts; this only lays them out. */
export function PersonStrip({ name, kana, facts, flags = [], isLocked, actions }: PersonStripProps) {
  return (
    <section
      aria-label="対象者"
      data-person-strip=""
      className="z-20 roomy:sticky roomy:top-0 mb-4 border-b-2 border-accent bg-paper py-2 print:static"
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-1">
        <p className="text-2xl leading-tight font-bold">
          <ruby>
            {name}
            <rp>（</rp>
            <rt className="font-normal text-soft">{kana}</rt>
            <rp>）</rp>
          </ruby>
        </p>
        {isLocked ? (
          <Status tone="caution" icon="lock">
            閲覧制限中
          </Status>
        ) : null}
        <div className="flex flex-wrap gap-1">
          {flags.map((flag) => (
            <Flag key={flag.label} flag={flag} />
          ))}
        </div>
        <div className="ml-auto flex gap-2 print:hidden">{actions}</div>
      </div>
      <dl className="mt-1 flex flex-wrap gap-x-5 text-sm">
        {facts.map(({ label, value }) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-soft">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The reason opens on focus or pointer, and stands on paper. */
function Flag({ flag }: { flag: StripFlag }) {
  const id = useId()
  return (
    <span className="group relative">
      <button type="button" aria-describedby={id} className="rounded-sm">
        <Status tone={flag.tone}>{flag.label}</Status>
      </button>
      <span
        id={id}
        role="tooltip"
        className="absolute top-full left-0 z-30 mt-1 hidden w-64 max-w-[80vw] gap-1 rounded-lg border border-edge bg-paper p-2 text-sm shadow-panel group-focus-within:flex group-hover:flex print:static print:flex print:shadow-none"
      >
        <Icon name="info" className="size-4" />
        {flag.reason}
      </span>
    </span>
  )
}
