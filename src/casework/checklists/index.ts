export type { Checklist } from './answers.ts'
export { type JudgedSheet, judgeSheet, type SheetInput } from './judge-sheet.ts'
export { readChecklist } from './read.ts'
