import type { Command } from './command.ts'

const dataOption = ['--data DIR', 'データフォルダー(初めの値: 環境変数 MEGURI_DATA、なければ data)'] as const

/** `bin/meguri help`: every command on a line. */
export function overview(commands: Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length))
  return [
    'めぐり — 地域包括ケアの記録',
    '',
    '使い方: bin/meguri <コマンド> [値…] [--オプション]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    `どのコマンドにも ${dataOption[0]} を付けられます。詳しくは bin/meguri help <コマンド> で見られます。`,
  ].join('\n')
}

/** `bin/meguri help <command>`. */
export function manual(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [`--${name}${option.type === 'string' ? ' 値' : ''}`, option.help] as const,
  )
  const rows = [...options.filter(([name]) => !name.startsWith('--data ')), dataOption]
  return [
    command.summary,
    '',
    `使い方: ${`bin/meguri ${command.name} ${command.usage}`.trim()}`,
    '',
    ...rows.map(([name, help]) => `  ${name.padEnd(20)}  ${help}`),
  ].join('\n')
}
