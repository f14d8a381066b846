export { PrintButton, PrintHead, PrintOnly, ScreenOnly } from './print.tsx'
