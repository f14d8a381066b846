export {
  type FileKind,
  type InsuredPersonsFileName,
  insuredPersonsFileName,
  parseFileName,
} from './file-name.ts'
export { type InsuredPersonsFile, readInsuredPersons } from './read.ts'
export {
  type BirthDate,
  type ChangeReason,
  type Column,
  changeReasons,
  columns,
  type InsuredPersonRecord,
  type InsuredPersonRow,
  type RegisteredSex,
} from './record.ts'
export { writeInsuredPersons } from './write.ts'
