import { useEffect, useRef } from 'react'
import { RadioChoice } from '../../../ui/choice/index.ts'
import { TextField } from '../../../ui/form/index.ts'
import { CALLERS } from '../codes.ts'
import { type FieldsProps, focusIn, focusText, optionsOf } from './field-parts.ts'
import { PersonField } from './person-field.tsx'

const callers = optionsOf(CALLERS)

/** Who calls, and about whom: one key for the caller leads on to the person. */
export function WhoFields({
  entry,
  set,
  isFirst,
  isFixed,
}: FieldsProps & { isFirst?: boolean; isFixed?: boolean }) {
  const callerBox = useRef<HTMLDivElement>(null)
  const personBox = useRef<HTMLDivElement>(null)
  const isPersonKnown = entry.person !== null || entry.unnamed !== null
  useEffect(() => {
    if (isFirst) focusIn(callerBox.current, 'input')
  }, [isFirst])
  return (
    <section aria-label="相談者と対象者" className="flex flex-col gap-3">
      <div ref={callerBox}>
        <RadioChoice
          name="caller"
          label={`相談者（キーで選ぶと${isPersonKnown ? '相談の内容' : '対象者'}へ進みます）`}
          options={callers}
          value={entry.caller}
          onChange={(caller) => set({ caller })}
          onKey={() => (isPersonKnown ? focusText() : focusIn(personBox.current))}
          isInline
          isDense
          isRequired
        />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <div className="min-w-40 flex-1">
          <TextField
            name="callerName"
            label="相談者の氏名"
            value={entry.callerName}
            onChange={(callerName) => set({ callerName })}
          />
        </div>
        <div className="min-w-40 flex-1">
          <TextField
            name="callerPhone"
            label="相談者の電話"
            type="tel"
            value={entry.callerPhone}
            onChange={(callerPhone) => set({ callerPhone })}
          />
        </div>
      </div>
      <div ref={personBox}>
        <PersonField entry={entry} set={set} isFixed={isFixed} />
      </div>
    </section>
  )
}
