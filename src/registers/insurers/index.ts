export { ownInsurer } from './service.ts'
