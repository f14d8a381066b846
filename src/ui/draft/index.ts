export { type Draft, keepAllDrafts, useDraft } from './draft.ts'
export { DraftFound, DraftState } from './draft-notice.tsx'
