import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// The tests of the rules alone, without a database: what script/mutate runs against every mutant.
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..', '..'),
    isolate: false,
    pool: 'threads',
    include: [
      'src/*/*/rules/**/*.test.ts',
      'src/platform/exact/*.test.ts',
      'src/platform/computation/contract.test.ts',
    ],
  },
})
