export { namedMapping, parseMapping } from './service.ts'
