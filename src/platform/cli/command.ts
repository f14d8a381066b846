import type { Config } from '../../config.ts'
import type { Database } from '../database/open.ts'

/** An option as `--name` (boolean) or `--name VALUE` (string). */
export interface CommandOption {
  type: 'string' | 'boolean'
  /** 日本語, one line */
  help: string
}

export interface CommandContext {
  /** The words after the command's name that are not options. */
  positionals: string[]
  values: Record<string, string | boolean | undefined>
  config: Config
  stdout(line: string): void
  /** Opens once and closes by itself after `run`, also on Ctrl-C. */
  openDatabase(): Promise<Database>
}

/**
 * One word of `bin/meguri`. Each area lists its own in `commands.ts`, which stays light: what `run` needs is
 * imported inside `run`.
 */
export interface Command {
  /** One word or two: 'serve', 'audit verify'. */
  name: string
  /** 日本語, one line */
  summary: string
  /** What follows the name: '<ファイル>… [--dry-run]'. Empty when nothing does. */
  usage: string
  options: Record<string, CommandOption>
  /** @returns the exit code: 0 done, 1 failed, 2 refused or wrongly called */
  run(context: CommandContext): Promise<number>
}
