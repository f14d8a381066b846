export {
  type AsOn,
  endOfDay,
  type FieldChange,
  type FoundRow,
  fieldChange,
  isSame,
  type KeptRow,
  type RowValues,
  rowAsOn,
} from './as-on.ts'
export { type AsOnQuery, readAsOn, rowsAsOn, rowsAsOnStatement } from './rows-as-on.ts'
