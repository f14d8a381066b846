export { staffPolicy } from './policy.ts'
