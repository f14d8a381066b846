export { BarStrip, type BarStripProps, type LoadDay } from './bar-strip.tsx'
