import type { Command } from '../../platform/cli/command.ts'

const check: Command = {
  name: 'case check',
  summary: '公表された保険料の計算や段階の表を、様式 premium-case/1 のファイルで検算します',
  usage: '<ファイル>… [--json]',
  options: { json: { type: 'boolean', help: '結果を JSON で出します' } },
  async run({ positionals, values, stdout }) {
    const { checkFiles } = await import('./command/check-files.ts')
    return checkFiles(positionals, values.json === true, stdout)
  },
}

export const commands: Command[] = [check]
