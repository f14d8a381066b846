import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip } from 'node:zlib'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/** Brotli bytes of JavaScript that the first page may cost (architecture.md §4, issue 2 §5). */
const firstPageLimitBytes = 200_000

/** Lazy chunks that the first page after sign-in, or the sign-in itself, loads besides the entry. */
const firstPageModule = /\/src\/ui\/(?:session|shell)\/|\/src\/platform\/tasks\/screens\//

const brotliQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/** React Aria carries its own words in 34 languages; the product speaks one. The dictionary keeps ja-JP, also as the fallback. */
function onlyJapanese(): Plugin {
  return {
    name: 'meguri:only-japanese',
    enforce: 'pre',
    transform: {
      filter: { id: /\/react-(?:aria|stately|aria-components)\/.*\/intlStrings\.m?js$/ },
      handler(code) {
        const path = /from "([^"]+\/ja-JP\.mjs)"/.exec(code)?.[1]
        const lines = path && [`import ja from "${path}"`, "export default { 'ja-JP': ja, 'en-US': ja }"]
        return lines ? { code: lines.join('\n'), map: null } : null
      },
    },
  }
}

/** Every file that a chunk needs before it can run: itself and its static imports, all the way down. */
function withImports(bundle: Rolldown.OutputBundle, name: string, seen: Set<string>): Set<string> {
  const chunk = bundle[name]
  if (chunk?.type !== 'chunk' || seen.has(name)) return seen
  seen.add(name)
  for (const next of chunk.imports) withImports(bundle, next, seen)
  return seen
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** Says what the first page costs and stops the build when it costs too much, or when zod slipped into it. */
function sizeReport(): Plugin {
  return {
    name: 'meguri:size-report',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const brotli = new Map(
        chunks.map((one) => [one.fileName, brotliCompressSync(one.code, brotliQuality).length]),
      )
      const entry = new Set<string>()
      for (const one of chunks) if (one.isEntry) withImports(bundle, one.fileName, entry)
      const first = new Set(entry)
      for (const one of chunks) {
        if (firstPageModule.test(one.facadeModuleId ?? '')) withImports(bundle, one.fileName, first)
      }
      const sum = (names: Iterable<string>) =>
        [...names].reduce((total, name) => total + (brotli.get(name) ?? 0), 0)
      const total = sum(first)
      const rows = chunks.map((one) => ({
        file: one.fileName,
        brotliBytes: brotli.get(one.fileName) ?? 0,
        first: entry.has(one.fileName) ? 'entry' : first.has(one.fileName) ? 'first page' : 'later',
      }))
      rows.sort((a, b) => b.brotliBytes - a.brotliBytes)
      const report = {
        firstPageBytes: total,
        entryBytes: sum(entry),
        limitBytes: firstPageLimitBytes,
        chunks: rows,
      }
      this.emitFile({ type: 'asset', fileName: 'sizes.json', source: JSON.stringify(report, null, 1) })
      for (const row of rows)
        console.log(`${kilobytes(row.brotliBytes).padStart(10)}  ${row.first.padEnd(10)}  ${row.file}`)
      console.log(
        `first page: ${kilobytes(total)} of JavaScript (brotli), limit ${kilobytes(firstPageLimitBytes)}`,
      )
      if (total > firstPageLimitBytes)
        this.error(`The first page costs ${total} bytes (brotli), the limit is ${firstPageLimitBytes}.`)
      const zod = chunks.find(
        (one) => first.has(one.fileName) && one.moduleIds.some((id) => id.includes('/zod/')),
      )
      if (zod)
        this.error(
          `zod is in ${zod.fileName}, part of the first page: import schemas only as types or in lazy pages.`,
        )
    },
  }
}

const compressible = /\.(?:js|css|html|svg|json)$/

/** Writes name.br and name.gz beside each text file, so that the server compresses nothing while it serves. */
function precompress(): Plugin {
  return {
    name: 'meguri:precompress',
    async writeBundle(options, bundle) {
      const names = Object.keys(bundle).filter((name) => compressible.test(name))
      await Promise.all(
        names.map(async (name) => {
          const path = join(options.dir ?? 'web-build', name)
          const content = readFileSync(path)
          await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotliQuality))
          await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
        }),
      )
    },
  }
}

export default defineConfig({
  plugins: [onlyJapanese(), react(), tailwind(), sizeReport(), precompress()],
  publicDir: false,
  build: {
    outDir: 'web-build',
    target: 'es2022',
    assetsInlineLimit: 0, // the CSP allows no data: script, style or worker
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
