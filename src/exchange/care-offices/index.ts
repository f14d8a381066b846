export {
  type CareOffice,
  type OfficeFileName,
  type OfficeWarning,
  publisher,
  readFileName,
} from './layout.ts'
export { readCareOffices } from './read.ts'
export { type CareService, careService, careServices } from './services.ts'
