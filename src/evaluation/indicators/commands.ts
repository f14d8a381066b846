import type { Command } from '../../platform/cli/command.ts'

const refresh: Command = {
  name: 'indicators refresh',
  summary: '公表された統計から作る数と指標を、変わったところだけ計算し直します',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: '結果を JSON で出します' } },
  async run(context) {
    const { refreshCommand } = await import('./refresh-command.ts')
    return refreshCommand(context)
  },
}

export const commands: Command[] = [refresh]
