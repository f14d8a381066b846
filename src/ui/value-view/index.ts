export { ValueView } from './value-view.tsx'
