import type { default as PlaceTable } from './Place.ts';
import type { default as FactColumnTable } from './FactColumn.ts';
import type { default as TownOfAreaTable } from './TownOfArea.ts';
import type { default as MonthlyReportStepTable } from './MonthlyReportStep.ts';
import type { default as TownPopulationTable } from './TownPopulation.ts';
import type { default as MonthlyReportVersionTable } from './MonthlyReportVersion.ts';
import type { default as IndicatorColumnTable } from './IndicatorColumn.ts';
import type { default as MonthlyReportTable } from './MonthlyReport.ts';

export default interface EvaluationSchema {
  place: PlaceTable;

  fact_column: FactColumnTable;

  town_of_area: TownOfAreaTable;

  monthly_report_step: MonthlyReportStepTable;

  town_population: TownPopulationTable;

  monthly_report_version: MonthlyReportVersionTable;

  indicator_column: IndicatorColumnTable;

  monthly_report: MonthlyReportTable;
}