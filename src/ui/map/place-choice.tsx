import { memo, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { foldName } from '../../platform/text/index.ts'
import { inputClass } from '../form/parts.tsx'
import { Icon } from '../icon/index.ts'
import type { Subject } from './map-data.ts'

const shownAtOnce = 50

type PlaceChoiceProps = {
  label: string
  subjects: readonly Subject[]
  chosen: string | null
  onChoose: (code: string | null) => void
}

/** The way into the map by key: any area by its name. */
export const PlaceChoice = memo(function PlaceChoice({
  label,
  subjects,
  chosen,
  onChoose,
}: PlaceChoiceProps) {
  const nameOf = (code: string | null) => subjects.find((one) => one.code === code)?.name ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? nameOf(chosen)
  const found = useFound(subjects, typed ?? '')
  return (
    <ComboBox
      items={found.map(({ code, name }) => ({ id: code, name }))}
      inputValue={text}
      selectedKey={chosen}
      onInputChange={(next) => setTyped(next === nameOf(chosen) ? null : next)}
      onSelectionChange={(key) => {
        setTyped(null)
        onChoose(key === null ? null : String(key))
      }}
      onBlur={() => setTyped(null)}
      menuTrigger="focus"
      allowsEmptyCollection
      className="flex flex-col gap-1"
    >
      <Label className="text-sm font-bold">{label}</Label>
      <div className="flex items-center gap-1">
        <Input className={`${inputClass} min-h-9! py-1!`} />
        <Button className="grid size-9 shrink-0 place-items-center rounded-lg border border-edge bg-paper">
          <Icon name="down" className="size-4" />
        </Button>
      </div>
      <Popover className="max-h-80 w-(--trigger-width) overflow-auto rounded-lg border border-edge bg-paper shadow-panel">
        <ListBox
          renderEmptyState={() => <p className="p-2 text-sm text-soft">この名前の場所はありません。</p>}
        >
          {({ id, name }: { id: string; name: string }) => (
            <ListBoxItem
              id={id}
              textValue={name}
              className="cursor-pointer px-3 py-1 text-sm focused:bg-accent-soft selected:font-bold"
            >
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
})

/** Keys of 1,741 names take a while: made once, when somebody first types. */
function useFound(subjects: readonly Subject[], typed: string): Subject[] {
  const isTyping = typed !== ''
  const folds = useMemo(
    () => (isTyping ? subjects.map(({ name }) => foldName(name)) : null),
    [subjects, isTyping],
  )
  const fold = foldName(typed)
  const found = folds ? subjects.filter((_, at) => folds[at]?.includes(fold)) : subjects
  return found.slice(0, shownAtOnce)
}
