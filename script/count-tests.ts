import { readFileSync } from 'node:fs'

/**
 * Reads vitest's JSON report and prints `<passed> <failed>` for script/test.
 * A file that could not even be loaded has no failed test in it: it counts as one failure.
 */
type Report = {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

export function countTests(report: Report): { passed: number; failed: number } {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  // Unhandled errors and a failed global teardown make a run unsuccessful without a failed test.
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

if (import.meta.main) {
  const { passed, failed } = countTests(JSON.parse(readFileSync(process.argv[2]!, 'utf8')))
  console.log(`${passed} ${failed}`)
}
