import type { default as TownOfAreaTable } from './TownOfArea.ts';
import type { default as MonthlyReportStepTable } from './MonthlyReportStep.ts';
import type { default as TownPopulationTable } from './TownPopulation.ts';
import type { default as MonthlyReportVersionTable } from './MonthlyReportVersion.ts';
import type { default as DatasetReleaseTable } from './DatasetRelease.ts';
import type { default as MonthlyReportTable } from './MonthlyReport.ts';

export default interface EvaluationSchema {
  town_of_area: TownOfAreaTable;

  monthly_report_step: MonthlyReportStepTable;

  town_population: TownPopulationTable;

  monthly_report_version: MonthlyReportVersionTable;

  dataset_release: DatasetReleaseTable;

  monthly_report: MonthlyReportTable;
}