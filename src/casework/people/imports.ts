import { readInsuredPersons } from '../../exchange/insured-persons/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import type { ImportContext, ImportKind, ReadItem } from '../../platform/import/index.ts'
import { applyPeople } from './import/apply.ts'
import { comparePeople } from './import/compare.ts'
import { noticesOfPeople } from './import/notices.ts'
import { planRun } from './import/plan.ts'
import { recordFiles } from './import/record.ts'
import { stage, stageRow } from './import/stage-row.ts'

/** 被保険者 of the core system (基幹系), as a full list or as the difference of a day. */
const people: ImportKind = {
  kind: 'people',
  label: '被保険者',
  help: '基幹システムから出した被保険者の一覧です。「保険者番号_hihokensha_full（全件）または diff（差分）_作成日.csv」を読みます。',
  extensions: ['.csv'],
  target: 'tenant',
  may: 'import.people',
  audit: 'people.imported',
  stage,
  read: readAll,
  check: planRun,
  compare: comparePeople,
  notices: noticesOfPeople,
  apply: applyPeople,
  record: recordFiles,
}

/** Oldest file first, so that a later row wins. */
async function* readAll(files: readonly TabularSource[], _: ImportContext): AsyncGenerator<ReadItem> {
  const opened = await Promise.all(files.map((source) => readInsuredPersons(source)))
  opened.sort((a, b) => ((a.about?.createdOn ?? '') < (b.about?.createdOn ?? '') ? -1 : 1))
  for (const file of opened) {
    const named = file.about && { ...file.about, name: file.file }
    for await (const item of file.items) {
      if (item.kind === 'refused') yield { refused: item.refusal }
      else if (named) yield { values: stageRow(item.row, named) }
    }
  }
}

export const imports: ImportKind[] = [people]
