import {
  type ReadOwnValues,
  type SettingValue,
  stateOwnValues,
} from '../../platform/computation/own-values.ts'
import type { SettingDefinition } from './definition.ts'
import { allSettings } from './find.ts'
import { settingInForce } from './setting-on.ts'

/**
 * The insurer's settings for 「試算」: what a form leaves out. A setting whose value is "none" fills nothing; nor does one that nobody
 * entered where the law of the day decides then (the stage table of 第8期 is not that of 第9期).
 */
const readOwnValues: ReadOwnValues = async (work, keys, day) => {
  const known = await allSettings()
  const definitions = keys
    .map((key) => known.get(key))
    .filter((one): one is SettingDefinition => one !== undefined)
  return work.read(async (tx) => {
    const found = new Map<string, SettingValue>()
    for (const definition of definitions) {
      const { value, own, from, source } = await settingInForce(tx, work.actor.insurerId, definition, day)
      const isDecided = own || !definition.lawDecides
      if (isDecided && value !== null) found.set(definition.key, { value, isOwn: own, from, source })
    }
    return found
  })
}

stateOwnValues(readOwnValues)
