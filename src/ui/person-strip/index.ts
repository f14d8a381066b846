export { PersonStrip, type PersonStripProps, type StripFact, type StripFlag } from './person-strip.tsx'
