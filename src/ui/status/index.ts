export { Notice, Status, type Tone } from './status.tsx'
