/** The sample that a newcomer sees. */
export const DEFAULT_SEED = 1
export const DEFAULT_SCALE = 0.05
export const DEFAULT_ANCHOR = '2026-11-22'
