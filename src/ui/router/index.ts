export { areas } from './areas.ts'
export { buildRouter } from './router.tsx'
