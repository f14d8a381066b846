export { listCentres } from './service.ts'
