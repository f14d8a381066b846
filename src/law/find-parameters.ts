import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Dated } from './types.ts'

export type Parameter = Dated<unknown>

const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'history' in value && 'checkedOn' in value && 'id' in value

const floors = new Map<Parameter, string>()
let found: Promise<readonly Parameter[]> | undefined

/** Every parameter that a file below `src/law` exports, by id; read once a process. There is no central list. */
export function allParameters(): Promise<readonly Parameter[]> {
  found ??= list()
  return found
}

/** The folder below `src/law` that a parameter of the list stands in: `casework`. */
export const floorOf = (parameter: Parameter): string => floors.get(parameter) ?? ''

/** @throws Error when an id is given twice */
async function list(): Promise<readonly Parameter[]> {
  const paths = globSync('*/**/*.ts', { cwd: import.meta.dirname }).filter(
    (path) => !path.endsWith('.test.ts'),
  )
  const modules = await Promise.all(
    paths.map((path) => import(pathToFileURL(join(import.meta.dirname, path)).href) as Promise<object>),
  )
  paths.forEach((path, at) => {
    const floor = path.split('/')[0] ?? ''
    for (const one of Object.values(modules[at] ?? {}).filter(isParameter)) floors.set(one, floor)
  })
  const parameters = [...floors.keys()]
  parameters.sort((a, b) => (a.id < b.id ? -1 : 1))
  const twice = parameters.find(({ id }, at) => id === parameters[at + 1]?.id)
  if (twice) throw new Error(`two parameters have the id ${twice.id}`)
  return parameters
}

/** Whether a reader must be told 「出典未確認」: nobody read the value in its source. */
export const isUnread = ({ confidence }: { confidence: string }): boolean =>
  confidence === 'recalled' || confidence === 'unverified'
