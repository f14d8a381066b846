import type { Command } from '../cli/command.ts'

const importFiles: Command = {
  name: 'import',
  summary: 'ファイルを読み込みます(統計、被保険者など)。--dry-run なら比べるだけで何も変えません',
  usage:
    '<種類> <ファイル>… [--dry-run] [--json] [--insurer 保険者番号] [--attribution 出典] [--release 速報|確定|改訂] [--profile 対応づけ] [--diff ファイル] [--verbose]',
  options: {
    'dry-run': { type: 'boolean', help: '何が変わるかだけを示し、何も変えません' },
    json: { type: 'boolean', help: '結果を JSON で書き出します' },
    insurer: { type: 'string', help: '保険者番号(被保険者など、保険者の記録を読み込むとき)' },
    attribution: { type: 'string', help: '出典(公表された統計のファイルに出典の記載がないとき)' },
    release: { type: 'string', help: '速報、確定、改訂のどれか(年報など、公表の段階がある統計)' },
    profile: {
      type: 'string',
      help: '列の対応づけ: 画面で保存した名前(--insurer とともに)か、対応づけを書いた .json のファイル',
    },
    diff: { type: 'string', help: '変わるもの、なくなるもの、加わるもののすべてを、この CSV に書き出します' },
    verbose: { type: 'boolean', help: '変わるものを、初めの30件だけでなく、すべて表示します' },
  },
  async run(context) {
    const { importCommand } = await import('./run-command.ts')
    return importCommand(context)
  },
}

const undoImport: Command = {
  name: 'import undo',
  summary: '公表されたファイルの、その種類の最も新しい読み込みを取り消し、前の内容に戻します',
  usage: '<種類> [--json]',
  options: { json: { type: 'boolean', help: '結果を JSON で書き出します' } },
  async run(context) {
    const { undoCommand } = await import('./run-command.ts')
    return undoCommand(context)
  },
}

export const commands: Command[] = [importFiles, undoImport]
