import type { RoleName } from './roles.ts'

/** One right: what it is called in a sentence, and the roles that have it. How far it reaches is the role's reach. */
export interface Right {
  sentence: string
  roles: readonly RoleName[]
}
export type Policy = Record<string, Right>

const rights = new Map<string, Right>()

/**
 * States the rights of an area; called once by its `policy.ts`.
 * @throws Error when another area already states the right differently
 */
export function policy<const P extends Policy>(stated: P): P {
  for (const [name, right] of Object.entries(stated)) {
    const known = rights.get(name)
    if (known && known !== right) throw new Error(`right ${name} is stated twice`)
    rights.set(name, right)
  }
  return stated
}

export const allRights = (): ReadonlyMap<string, Right> => rights

export const mayRole = (role: RoleName, right: string): boolean =>
  rights.get(right)?.roles.includes(role) ?? false

/** Names of all rights of a role: what the screen receives and never derives. */
export const abilitiesOf = (role: RoleName): string[] =>
  [...rights].filter(([, right]) => right.roles.includes(role)).map(([name]) => name)
