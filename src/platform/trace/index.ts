export { type Link, link, linksOf, type RecordRef } from './trace.ts'
