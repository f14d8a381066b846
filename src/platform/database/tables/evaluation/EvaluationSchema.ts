import type { default as PlaceTable } from './Place.ts';
import type { default as FactColumnTable } from './FactColumn.ts';
import type { default as WorkbookFamilyTable } from './WorkbookFamily.ts';
import type { default as IndicatorViewTable } from './IndicatorView.ts';
import type { default as TownOfAreaTable } from './TownOfArea.ts';
import type { default as MonthlyReportStepTable } from './MonthlyReportStep.ts';
import type { default as TownPopulationTable } from './TownPopulation.ts';
import type { default as MonthlyReportVersionTable } from './MonthlyReportVersion.ts';
import type { default as IndicatorColumnTable } from './IndicatorColumn.ts';
import type { default as WorkbookCarriedTable } from './WorkbookCarried.ts';
import type { default as WorkbookFillTable } from './WorkbookFill.ts';
import type { default as WorkbookBindingTable } from './WorkbookBinding.ts';
import type { default as MonthlyReportTable } from './MonthlyReport.ts';
import type { default as WorkbookFormTable } from './WorkbookForm.ts';

export default interface EvaluationSchema {
  place: PlaceTable;

  fact_column: FactColumnTable;

  workbook_family: WorkbookFamilyTable;

  indicator_view: IndicatorViewTable;

  town_of_area: TownOfAreaTable;

  monthly_report_step: MonthlyReportStepTable;

  town_population: TownPopulationTable;

  monthly_report_version: MonthlyReportVersionTable;

  indicator_column: IndicatorColumnTable;

  workbook_carried: WorkbookCarriedTable;

  workbook_fill: WorkbookFillTable;

  workbook_binding: WorkbookBindingTable;

  monthly_report: MonthlyReportTable;

  workbook_form: WorkbookFormTable;
}