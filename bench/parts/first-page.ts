import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildScreens } from '../../src/platform/cli/build-screens.ts'
import type { Part } from '../part.ts'

/** JavaScript that the first page loads, compressed by brotli at build. */
export const firstPage: Part = {
  name: 'first-page',
  title: 'First page',
  async run({ say }) {
    await buildScreens(say)
    const file = join(import.meta.dirname, '..', '..', 'web-build', 'sizes.json')
    const sizes = JSON.parse(readFileSync(file, 'utf8')) as {
      firstPageBytes: number
      entryBytes: number
      limitBytes: number
    }
    return {
      lines: [
        {
          what: 'JavaScript of the first page (brotli)',
          goal: '< 200 kB',
          measured: `${(sizes.firstPageBytes / 1000).toFixed(1)} kB`,
          spread: 'exact',
          isMet: sizes.firstPageBytes < 200_000,
        },
      ],
      raw: sizes,
    }
  },
}
