export { entriesOn, isUnread, type LawEntry, needConfirmed, unconfirmed } from './confirmations.ts'
