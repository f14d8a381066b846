export { ExportButtons, type ExportFormat } from './export-buttons.tsx'
export { PaperButton } from './paper-button.tsx'
export { copyText, saveCsv, saveFile } from './save.ts'
