export { copyText, saveCsv, saveFile } from './save.ts'
