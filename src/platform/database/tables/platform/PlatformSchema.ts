import type { default as ReferenceKeptTable } from './ReferenceKept.ts';
import type { default as JournalTable } from './Journal.ts';
import type { default as PersonAccessTable } from './PersonAccess.ts';
import type { default as HistoryTable } from './History.ts';
import type { default as JobTable } from './Job.ts';
import type { default as ImportFileTable } from './ImportFile.ts';
import type { default as DatasetReleaseTable } from './DatasetRelease.ts';
import type { default as DraftTable } from './Draft.ts';
import type { default as ReferenceRunTable } from './ReferenceRun.ts';
import type { default as ImportRunTable } from './ImportRun.ts';
import type { default as TaskTable } from './Task.ts';
import type { default as InstallationTable } from './Installation.ts';
import type { default as ImportDifferenceTable } from './ImportDifference.ts';
import type { default as MigrationTable } from './Migration.ts';
import type { default as TenantTableRegisterTable } from './TenantTableRegister.ts';
import type { default as LinkTable } from './Link.ts';

export default interface PlatformSchema {
  reference_kept: ReferenceKeptTable;

  journal: JournalTable;

  person_access: PersonAccessTable;

  history: HistoryTable;

  job: JobTable;

  import_file: ImportFileTable;

  dataset_release: DatasetReleaseTable;

  draft: DraftTable;

  reference_run: ReferenceRunTable;

  import_run: ImportRunTable;

  task: TaskTable;

  installation: InstallationTable;

  import_difference: ImportDifferenceTable;

  migration: MigrationTable;

  tenant_table_register: TenantTableRegisterTable;

  link: LinkTable;
}