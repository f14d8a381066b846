import { defineConfig } from 'vitest/config'

// isolate: false – 200 small files take 36 s isolated and 2 s not; so no module keeps state between tests.
export default defineConfig({
  test: {
    isolate: false,
    pool: 'forks',
    include: ['src/**/*.test.ts', 'script/**/*.test.ts'],
    globalSetup: ['src/platform/database/testing/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
