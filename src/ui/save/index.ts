export { ExportButtons } from './export-buttons.tsx'
export { copyText, saveCsv, saveFile } from './save.ts'
