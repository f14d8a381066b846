export { Empty, Failure, Loading } from './empty.tsx'
