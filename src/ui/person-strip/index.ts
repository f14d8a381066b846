export { PersonStrip, type PersonStripProps, type StripFact, type StripFlag } from './person-strip.tsx'
export { type PersonOfPage, WithPersonStrip } from './with-person.tsx'
