import { ConfigError, readConfig } from '../../config.ts'
import type { Database } from '../database/open.ts'
import { OperatorError } from '../errors/operator.ts'
import type { Command } from './command.ts'

type Values = Record<string, string | boolean | undefined>

/** Runs one command with its configuration; closes the database it opened, however the command ends. */
export async function runCommand(command: Command, positionals: string[], values: Values): Promise<number> {
  const database = lazyDatabase()
  try {
    const config = readConfig({
      data: text(values.data),
      host: text(values.host),
      port: text(values.port),
      'metrics-port': text(values['metrics-port']),
      demo: values.demo === true,
    })
    const stdout = (line: string) => console.log(line)
    return await command.run({
      positionals,
      values,
      config,
      stdout,
      openDatabase: () => database.open(config),
    })
  } catch (error) {
    const { code, say } = endOf(error)
    console.error(say)
    return code
  } finally {
    await database.close()
  }
}

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined)

/** Expected ends say their Japanese message; anything else is a fault of ours and shows where it happened. */
export function endOf(error: unknown): { code: number; say: unknown } {
  return {
    code: error instanceof ConfigError ? 2 : 1,
    say: error instanceof OperatorError ? error.message : error,
  }
}

function lazyDatabase() {
  let opening: Promise<Database> | null = null
  const close = async () => (await opening?.catch(() => null))?.close()
  const interrupt = () =>
    void close().then(
      () => process.exit(130),
      () => process.exit(130),
    )
  return {
    open(config: Parameters<typeof import('../database/open.ts').openDatabase>[0]): Promise<Database> {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupt)
      opening ??= import('../database/open.ts').then((module) => module.openDatabase(config))
      return opening
    },
    close,
  }
}
