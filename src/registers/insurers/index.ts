export { listOrganisations, readOfficeNumber } from './organisations.ts'
export { ownInsurer } from './service.ts'
