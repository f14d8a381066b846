import type { Command } from '../platform/cli/command.ts'

const json = { type: 'boolean', help: '機械で読む形（JSON）で出します' } as const

const list: Command = {
  name: 'law list',
  summary: '制度の数値の一覧を、今日の値とともに出します',
  usage: '[--on 日付] [--json]',
  options: { json, on: { type: 'string', help: 'この日の値（YYYY-MM-DD。初めの値: 今日）' } },
  async run({ values, stdout }) {
    const { listParameters } = await import('./command/list-parameters.ts')
    return listParameters(values, stdout)
  },
}

const show: Command = {
  name: 'law show',
  summary: '制度の数値を一つ、日付ごとの値と出典とともに出します',
  usage: '<数値の名前> [--on 日付] [--json]',
  options: { json, on: { type: 'string', help: 'この日に効力のある値だけを出します（YYYY-MM-DD）' } },
  async run({ positionals, values, stdout }) {
    const { showParameter } = await import('./command/list-parameters.ts')
    return showParameter(positionals, values, stdout)
  },
}

const unverified: Command = {
  name: 'law unverified',
  summary: '出典をまだ確かめていない制度の数値を出します',
  usage: '[--json]',
  options: { json },
  async run({ values, stdout }) {
    const { listUnverified } = await import('./command/list-parameters.ts')
    return listUnverified(values, stdout)
  },
}

export const commands: Command[] = [list, show, unverified]
