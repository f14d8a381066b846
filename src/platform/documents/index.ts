export { DocumentError, pdf } from './pdf.ts'
