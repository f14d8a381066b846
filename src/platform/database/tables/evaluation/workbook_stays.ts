export interface workbook_stays_params {
}