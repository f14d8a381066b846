import { CheckChoice } from '../../../ui/choice/index.ts'
import { Help } from '../../../ui/help/index.ts'
import { type Listed, MOST_IN_SET } from './chosen-set.ts'

type SetPickerProps = {
  items: readonly Listed[]
  chosen: readonly Listed[]
  onChange: (ids: string[]) => void
}

export function SetPicker({ items, chosen, onChange }: SetPickerProps) {
  const groups = Map.groupBy(items, ({ group }) => group)
  const ids = chosen.map(({ id }) => id)
  return (
    <div className="print:hidden">
      <Help label={`指標を選ぶ（いま${ids.length}、${MOST_IN_SET}まで）`}>
        {[...groups].map(([group, of]) => (
          <CheckChoice
            key={group}
            name={`set-${group}`}
            label={group}
            isDense
            hidesKeys
            columns="repeat(2, 1fr)"
            options={of.map(({ id, title }) => ({ value: id, label: title }))}
            value={ids.filter((id) => of.some((one) => one.id === id))}
            onChange={(next) => onChange([...ids.filter((id) => !of.some((one) => one.id === id)), ...next])}
          />
        ))}
      </Help>
    </div>
  )
}
