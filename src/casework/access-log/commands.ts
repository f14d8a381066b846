import type { Command } from '../../platform/cli/command.ts'

const affected: Command = {
  name: 'audit affected',
  summary: '一つの口座が、期間の中で見た・書いた・書き出した・印刷した人の一覧を出します',
  usage: '--account 職員番号 --from 2026-11-01 --to 2026-11-30 [--csv ファイル] [--json]',
  options: {
    account: { type: 'string', help: '職員番号(サインインに使う番号)' },
    from: { type: 'string', help: '初めの日(その日を含みます)' },
    to: { type: 'string', help: '終わりの日(その日を含みます)' },
    csv: { type: 'string', help: '一覧を書くファイル(新しく作ります。持ち主だけが読めます)' },
    json: { type: 'boolean', help: '結果を JSON で出します' },
  },
  async run(context) {
    const { affectedCommand } = await import('./affected-command.ts')
    return affectedCommand(context)
  },
}

export const commands: Command[] = [affected]
