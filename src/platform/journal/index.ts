export { journalKindLabel, stateJournalKinds } from './kinds.ts'
export { correctJournalOf, type JournalEntry, removeJournalOf, writeJournal } from './write-journal.ts'
