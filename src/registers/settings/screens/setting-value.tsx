import { ValueView } from '../../../ui/value-view/index.ts'
import { labelsOf, valueWord } from '../codes.ts'
import type { Setting } from '../schema.ts'

/** A value of a setting: in its words, or as a table when it has parts. */
export function SettingValue({ setting, value }: { setting: Setting; value: unknown }) {
  if (setting.input.kind !== 'structure' || (Array.isArray(value) && value.length === 0))
    return <>{valueWord(setting, value)}</>
  return <ValueView value={value} labels={labelsOf(setting)} label={setting.title} />
}
