export { changedBy, type SettingDefinition, type SettingInput, setting } from './definition.ts'
export { type SettingInForce, settingInForce, settingOn } from './setting-on.ts'
