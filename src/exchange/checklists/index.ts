export {
  answerHeading,
  type ChecklistFileRow,
  CODING_HEADING,
  CODING_WORDS,
  type FileCoding,
  headings,
  METHOD_WORDS,
  questionNumbers,
  RESPONDENT_WORDS,
  RESULT_HEADINGS,
} from './layout.ts'
export { type ChecklistFileOptions, readChecklists } from './read.ts'
