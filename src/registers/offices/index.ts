export { type CareService, careServices } from '../../exchange/care-offices/index.ts'
export {
  type OfficeCounts,
  type OfficeLoad,
  type OfficePlace,
  type OfficeReader,
  officeCountFinder,
  officeCounts,
  officePlaces,
} from './counts.ts'
