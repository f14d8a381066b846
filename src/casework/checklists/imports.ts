import { readChecklists } from '../../exchange/checklists/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import type { ImportContext, ImportKind, Notice, ReadItem } from '../../platform/import/index.ts'
import { applyChecklists } from './import/apply.ts'
import { planChecklists, queryOf } from './import/plan.ts'

/** 基本チェックリスト, one sheet a row; the file declares how its 0 and 1 are meant. */
const checklists: ImportKind = {
  kind: 'checklists',
  label: '基本チェックリスト',
  help: '一行に一枚の CSV か Excel です。「記入方式」の列に、0と1の意味（用紙の数字、または はい=1）を書いてください。書かれていないファイルは読み込みません。ひな形は基本チェックリストの一覧の画面にあります。',
  extensions: ['.csv', '.xlsx'],
  target: 'tenant',
  may: 'import.checklists',
  audit: 'checklists.imported',
  page: { path: '/checklists', label: '基本チェックリストの一覧を見る' },
  stage: [
    { name: 'file_name', type: 'text' },
    { name: 'file_row', type: 'integer' },
    { name: 'sheet', type: 'jsonb' },
  ],
  read: readAll,
  check: planChecklists,
  compare: () => ({ text: 'select state, key, before, after from planned', values: [] }),
  notices: async (client) => {
    const rows = await queryOf(client).query<{ key: string; unknown: boolean; open: boolean }>(
      `select key, sheet ->> 'insured_type' is null as unknown, sheet ->> 'judgement' = 'undetermined' as open
       from planned where state in ('added', 'changed') order by key`,
    )
    const of = (code: string, keys: string[], message: (count: number) => string): Notice[] =>
      keys.length === 0
        ? []
        : [{ code, message: message(keys.length), count: keys.length, examples: keys.slice(0, 20) }]
    return [
      ...of(
        'checklist.insured-type-unknown',
        rows.filter(({ unknown }) => unknown).map(({ key }) => key),
        (count) =>
          `生年月日が分からず、被保険者の種別が決まらない方が ${count} 人います。台帳の生年月日を確かめてください。`,
      ),
      ...of(
        'checklist.undetermined',
        rows.filter(({ open, unknown }) => open && !unknown).map(({ key }) => key),
        (count) =>
          `答えのない質問があり、判定できないものが ${count} 枚あります。保存した後に、本人に確かめて直してください。`,
      ),
    ]
  },
  apply: applyChecklists,
}

async function* readAll(files: readonly TabularSource[], { today }: ImportContext): AsyncGenerator<ReadItem> {
  for (const source of files) {
    const file = await readChecklists(source, { notAfter: today })
    for await (const item of file.items) {
      if (item.kind === 'refused') yield { refused: item.refusal }
      else yield { values: [source.name, item.row.rowNumber, JSON.stringify(item.row)] }
    }
  }
}

export const imports: ImportKind[] = [checklists]
