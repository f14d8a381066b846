export type { Consultation, ConsultationRow, Created } from './answers.ts'
export { createConsultation } from './create.ts'
export { type ContactCounts, type CountedContact, countContacts, sumMinutes } from './rules/counts.ts'
export { foldedText } from './store.ts'
