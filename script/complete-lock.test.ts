import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completeLock, type Lock, missingOptional, platformOf } from './complete-lock.ts'

const lock: Lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'))

describe('the lock file of this repository', () => {
  it('lacks no optional package, so that npm ci passes on every machine', () => {
    expect(missingOptional(lock)).toEqual([])
  })

  it('stays as it is when completed again, letter by letter', () => {
    expect(JSON.stringify(completeLock(lock))).toBe(JSON.stringify(lock))
  })

  it('gets back every entry for other platforms that a poor registry makes npm drop', () => {
    const foreign = Object.entries(lock.packages).filter(
      ([, entry]) => entry.optional && entry.os && !entry.os.includes('linux'),
    )
    expect(foreign.length).toBeGreaterThan(10)
    const poor = { packages: { ...lock.packages } }
    for (const [path] of foreign) delete poor.packages[path]
    const missing = new Set(missingOptional(poor).map(({ name }) => `node_modules/${name}`))
    const direct = foreign.filter(([path]) => missing.has(path))
    const completed = completeLock(poor)
    for (const [path, { version, os, cpu }] of direct) {
      expect({ path, ...completed.packages[path] }).toMatchObject({
        path,
        version,
        os: [os].flat(), // some packages state one word, not a list
        ...(cpu ? { cpu: [cpu].flat() } : {}),
      })
    }
    expect(Object.keys(completed.packages)).toEqual(Object.keys(lock.packages))
  })

  it('names no registry', () => {
    expect(Object.values(lock.packages).filter((entry) => 'resolved' in entry)).toEqual([])
  })
})

describe('the platform in a name', () => {
  it.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@tailwindcss/oxide-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['lightningcss-android-arm64', { os: ['android'], cpu: ['arm64'] }],
    ['fsevents', { os: ['darwin'] }],
    ['only-optional', null],
    ['some-linux-tool', null],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  it('is not guessed when the name does not tell it', () => {
    const poor = { packages: { '': { optionalDependencies: { 'only-optional': '2.0.0' } } } }
    expect(() => completeLock(poor)).toThrow('only-optional')
  })
})
