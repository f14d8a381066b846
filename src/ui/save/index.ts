export { ExportButtons, type ExportFormat } from './export-buttons.tsx'
export { copyText, saveCsv, saveFile } from './save.ts'
