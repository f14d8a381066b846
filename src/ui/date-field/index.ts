export { DateField, type DateFieldProps } from './date-field.tsx'
export { interpretation } from './reading.ts'
