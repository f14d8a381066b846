import type { Command } from '../cli/command.ts'

const json = { type: 'boolean', help: '機械で読む形（JSON）で出します' } as const
const on = {
  type: 'string',
  help: 'この日に効力のある数値で計算します（YYYY-MM-DD。初めの値: 今日）',
} as const

const list: Command = {
  name: 'rule list',
  summary: '計算できる規則の一覧を出します',
  usage: '[--json]',
  options: { json },
  async run({ values, stdout }) {
    const { listRules } = await import('./command/list-rules.ts')
    return listRules(values.json === true, stdout)
  },
}

const schema: Command = {
  name: 'rule schema',
  summary: '規則の入力の形を JSON Schema で出します',
  usage: '<規則の番号>',
  options: {},
  async run({ positionals, stdout }) {
    const { printSchema } = await import('./command/list-rules.ts')
    return printSchema(positionals, stdout)
  },
}

const run: Command = {
  name: 'rule run',
  summary: '規則で計算します。入力は JSON 1件か、1行に1件（NDJSON）',
  usage: '<規則の番号> --input <ファイル|-> [--on 日付] [--json] [--steps]',
  options: {
    input: { type: 'string', help: '入力のファイル。- は標準入力' },
    on,
    json,
    steps: { type: 'boolean', help: '計算の過程と端数も出します' },
  },
  async run({ positionals, values, stdout }) {
    const { runFromFile } = await import('./command/run-from-file.ts')
    return runFromFile(positionals, values, stdout)
  },
}

export const commands: Command[] = [list, schema, run]
