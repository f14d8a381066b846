export { Attribution, type AttributionProps } from './attribution.tsx'
