import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import parseExpression from 'spdx-expression-parse'
import { type LockFile, readLock, type Shipped, shippedPackages } from './shipped.ts'
import { inEmbeddedPostgres } from './vendored.ts'

// script/licences [--texts]: what we ship, by licence; with --texts every licence text as it came with its package.
// Ends with 1 when one is not allowed or not known.

/** Permissive: a town may run, change and pass on the whole without owing more than the notices. */
export const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ICU',
  'ISC',
  'LicenseRef-public-domain',
  'MIT',
  'OpenSSL',
  'PostgreSQL',
  'Unlicense',
  'Zlib',
])

/** Others, each for one package with its reason. */
export const EXCEPTIONS: Record<string, { license: string; why: string }> = {
  '@expo-google-fonts/biz-udpgothic': {
    license: 'OFL-1.1',
    why: 'a font: it may be shipped and embedded in papers; only a changed font must stay under the same licence',
  },
}

type Expression = ReturnType<typeof parseExpression>

/** Of `A OR B` one must be allowed, of `A AND B` both. Unknown words are refused. */
export function isAllowed(license: string | undefined, name = ''): boolean {
  const allowed = (one: Expression): boolean =>
    'license' in one
      ? ALLOWED.has(one.license) || EXCEPTIONS[name]?.license === one.license
      : one.conjunction === 'or'
        ? allowed(one.left) || allowed(one.right)
        : allowed(one.left) && allowed(one.right)
  try {
    return license !== undefined && allowed(parseExpression(license))
  } catch {
    return false
  }
}

export interface Licensed {
  name: string
  version: string
  license: string | undefined
  isAllowed: boolean
}

/** Packages and what is inside their binaries. */
export function licensedParts(lock: LockFile): Licensed[] {
  const packages = shippedPackages(lock).map(({ name, entry }) => ({ name, ...entry }))
  return [...packages, ...inEmbeddedPostgres].map(({ name, version, license }) => ({
    name,
    version,
    license,
    isAllowed: isAllowed(license, name),
  }))
}

export function listByLicence(parts: readonly Licensed[]): string {
  const groups = Map.groupBy(parts, ({ license }) => license ?? 'none stated')
  return [...groups]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([license, all]) => `${license} (${all.length})\n${all.map(lineOf).join('\n')}\n`)
    .join('\n')
}
const lineOf = ({ name, version, isAllowed: may }: Licensed) =>
  `  ${name} ${version}${may ? '' : '   REFUSED'}`

/** Every licence and notice file of what is shipped, so that the notices travel with the copies. */
export function licenceTexts(packages: readonly Shipped[], root: string): string {
  return packages
    .map(({ path, name, entry }) => {
      const folder = join(root, path)
      const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
      const texts = files
        .filter((file) => file.isFile() && /^(licen[cs]e|copying|notice)/i.test(file.name))
        .map(({ name: file }) => file)
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      const body = texts.length > 0 ? texts.join('\n\n') : `(no file; the package states: ${entry.license})`
      return `${'='.repeat(80)}\n${name} ${entry.version} — ${entry.license}\n\n${body}\n`
    })
    .join('\n')
}

if (import.meta.main) {
  const lock = readLock()
  const parts = licensedParts(lock)
  if (process.argv.includes('--texts'))
    console.log(licenceTexts(shippedPackages(lock), join(import.meta.dirname, '..', '..')))
  else console.log(listByLicence(parts))
  const refused = parts.filter((part) => !part.isAllowed)
  for (const { name, version, license } of refused)
    console.error(`refused: ${name} ${version} (${license ?? 'no licence stated'})`)
  process.exitCode = refused.length > 0 ? 1 : 0
}
