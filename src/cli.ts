import { parseArgs } from 'node:util'
import type { Command } from './platform/cli/command.ts'
import { chooseCommand, findCommands } from './platform/cli/find-commands.ts'
import { manual, overview } from './platform/cli/help.ts'
import { runCommand } from './platform/cli/run-command.ts'

/** `bin/meguri <command> …`. Exit codes: 0 done, 1 failed, 2 refused or wrongly called, 130 interrupted. */
async function main(words: string[]): Promise<number> {
  const commands = await findCommands()
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help')
    return help(commands, words.slice(1))
  const chosen = chooseCommand(commands, words)
  if (!chosen)
    return wrong(`「${words.slice(0, 2).join(' ')}」というコマンドはありません。`, 'bin/meguri help')
  const { command, rest } = chosen
  if (rest.includes('--help')) return help(commands, command.name.split(' '))
  const parsed = parse(command, rest)
  if (typeof parsed === 'string') return wrong(parsed, `bin/meguri help ${command.name}`)
  return runCommand(command, parsed.positionals, parsed.values)
}

function help(commands: Command[], words: string[]): number {
  const name = words.filter((word) => !word.startsWith('-')).join(' ')
  const command = commands.find((one) => one.name === name)
  const group = commands.filter((one) => one.name.startsWith(`${name} `))
  if (name !== '' && !command && group.length === 0) {
    return wrong(`「${name}」というコマンドはありません。`, 'bin/meguri help')
  }
  console.log(command ? manual(command) : overview(name === '' ? commands : group))
  return 0
}

function wrong(reason: string, where: string): number {
  console.error(`${reason}使い方は ${where} で見られます。`)
  return 2
}

type Values = Record<string, string | boolean | undefined>

/** @returns the values, or in Japanese what is wrong with them */
function parse(command: Command, rest: string[]): { positionals: string[]; values: Values } | string {
  const types = Object.entries(command.options).map(([name, { type }]) => [name, { type }] as const)
  const options: Record<string, { type: 'string' | 'boolean' }> = {
    data: { type: 'string' },
    ...Object.fromEntries(types),
  }
  // Not strict: node would stop with English; tokens tell what was really written.
  const { positionals, tokens } = parseArgs({
    args: rest,
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  })
  const values: Values = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (!option) return `オプション ${token.rawName} は「${command.name}」にありません。`
    const isMissing = token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))
    if (option.type === 'string' && isMissing) return `オプション --${token.name} には値が要ります。`
    if (option.type === 'boolean' && token.value !== undefined)
      return `オプション --${token.name} に値は付けられません。`
    values[token.name] = token.value ?? true
  }
  return { positionals, values }
}

process.exitCode = await main(process.argv.slice(2))
