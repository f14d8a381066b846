import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from './command.ts'

const source = join(import.meta.dirname, '..', '..')

/** Every command of every area: found by listing every `commands.ts` below src, so that no central list has to be edited. */
export async function findCommands(root: string = source): Promise<Command[]> {
  const paths = globSync(['*/commands.ts', '*/*/commands.ts', '*/*/*/commands.ts'], { cwd: root })
  const modules: { commands: Command[] }[] = await Promise.all(
    paths.map((path) => import(pathToFileURL(join(root, path)).href)),
  )
  const commands = modules.flatMap((module) => module.commands)
  commands.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = commands.find((command, at) => command.name === commands[at + 1]?.name)
  if (twice) throw new Error(`two commands are named ${twice.name}`)
  return commands
}

/** Splits the words into command and rest; the longer name wins ('audit verify' before 'audit'). */
export function chooseCommand(
  commands: Command[],
  words: string[],
): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = commands.find((one) => one.name === name)
    if (command && words.length >= length) return { command, rest: words.slice(length) }
  }
  return null
}
