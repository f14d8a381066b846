import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { licenceTexts, licensedParts, listByLicence } from './licences.ts'
import { sbomText } from './sbom.ts'
import { checksums, newKey, seal } from './seal.ts'
import { readLock, shippedPackages } from './shipped.ts'
import { tryBundle } from './try-bundle.ts'
import { NODE_BINARY } from './vendored.ts'

/*
 script/bundle --key FILE [--commit HEAD] [--out DIR] [--try]   the signed offline bundle (Linux x64) of a commit
 script/bundle --new-key FILE                                   a new Ed25519 key for a publisher
   --try  then installs it and walks through a new installation with the network closed, and shows that damage is refused
*/
const root = join(import.meta.dirname, '..', '..')

/** What an installation needs of the repository beside packages and built screens. */
const KEPT = [
  'bin',
  'deploy',
  'docs',
  'index.html',
  'LICENSE',
  'package.json',
  'package-lock.json',
  'README.md',
  'src',
]

const run = (cwd: string, program: string, ...words: string[]) =>
  execFileSync(program, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  })

/** A fresh copy of the commit with its packages by script/setup and its screens built: nothing of this folder gets in. */
function buildFrom(commit: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  run(root, 'sh', '-c', `git archive ${commit} | tar -x -C '${folder}'`)
  run(folder, join(folder, 'script/setup'))
  const build = `import { buildScreens } from './src/platform/cli/build-screens.ts'; await buildScreens(console.log)`
  run(folder, join(folder, 'node_modules/.bin/node'), '--input-type=module', '--eval', build)
}

/** The tree as it will lie in /opt/meguri/releases/…; tests and tools stay behind. */
async function assemble(built: string, tree: string, release: object): Promise<void> {
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(join(tree, 'node_modules/.bin'), { recursive: true })
  const copy = (path: string, filter?: (source: string) => boolean) =>
    cpSync(join(built, path), join(tree, path), { recursive: true, verbatimSymlinks: true, filter })
  for (const path of KEPT) copy(path, (source) => !/\.test\.tsx?$/.test(source))
  copy('vite.config.ts') // part of the stamp of the screens
  copy('web-build')
  const lock = readLock(built)
  const shipped = shippedPackages(lock)
  for (const { path } of shipped) {
    const own = join(built, path)
    copy(
      path,
      (source) =>
        source === own || basename(source) !== 'node_modules' || !source.startsWith(`${own}/node_modules`),
    )
  }
  symlinkSync(`../${NODE_BINARY}/bin/node`, join(tree, 'node_modules/.bin/node'))
  writeFileSync(join(tree, 'release.json'), `${JSON.stringify(release, null, 1)}\n`)
  writeFileSync(join(tree, 'sbom.cdx.json'), await sbomText(lock))
  const licences = `${listByLicence(licensedParts(lock))}\n${licenceTexts(shipped, built)}`
  writeFileSync(join(tree, 'licences.txt'), licences)
  writeFileSync(join(tree, 'MANIFEST.sha256'), await checksums(tree))
}

async function makeBundle(
  wanted: string,
  keyFile: string,
  out: string,
): Promise<{ folder: string; fingerprint: string }> {
  const commit = run(root, 'git', 'rev-parse', '--verify', `${wanted}^{commit}`).trim()
  const madeAt = Number(run(root, 'git', 'log', '-1', '--format=%ct', commit))
  const { version } = readLock()
  const name = `${version}+${commit.slice(0, 12)}`
  const release = {
    release: name,
    version,
    commit,
    platform: 'linux-x64',
    committedAt: new Date(madeAt * 1000).toISOString(),
  }
  const folder = join(out, `meguri-${name}-linux-x64`)
  const built = join(out, 'work/built')
  const tree = join(out, 'work/tree')
  console.log(`building ${name}…`)
  buildFrom(commit, built)
  await assemble(built, tree, release)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  // the same commit gives the same bytes: order, times, owners, modes and the name in the header are fixed
  const fixed = `--sort=name --mtime=@${madeAt} --owner=0 --group=0 --numeric-owner --format=gnu --mode=u+rwX,go+rX,go-w`
  run(tree, 'sh', '-c', `tar ${fixed} -cf - . | gzip -n -6 >'${folder}/meguri.tar.gz'`)
  for (const file of ['release.json', 'sbom.cdx.json', 'licences.txt'])
    copyFileSync(join(tree, file), join(folder, file))
  copyFileSync(join(import.meta.dirname, 'install.sh'), join(folder, 'install.sh'))
  rmSync(join(out, 'work'), { recursive: true, force: true })
  return { folder, ...(await seal(folder, keyFile)) }
}

const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    'new-key': { type: 'string' },
    commit: { type: 'string', default: 'HEAD' },
    out: { type: 'string', default: join(root, '.cache/bundle') },
    try: { type: 'boolean', default: false },
  },
})
if (values['new-key']) newKey(values['new-key'])
else if (!values.key || !existsSync(values.key)) {
  console.error(
    'script/bundle --key FILE [--commit HEAD] [--out DIR] [--try]; a new key: script/bundle --new-key FILE',
  )
  process.exitCode = 2
} else {
  const { folder, fingerprint } = await makeBundle(values.commit, values.key, resolve(values.out))
  console.log(`${folder}\nfingerprint of the publisher's key: ${fingerprint}`)
  if (values.try) process.exitCode = tryBundle(folder, fingerprint) ? 0 : 1
}
