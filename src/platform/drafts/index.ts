export { MAX_DRAFT_BYTES, readDraft, removeDraft, saveDraft } from './service.ts'
