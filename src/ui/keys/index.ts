export { isComposing } from './combination.ts'
export { KeysProvider, ModalKeys, useKeyRegistry, useShortcuts } from './keys.tsx'
export type { Shortcut } from './registry.ts'
