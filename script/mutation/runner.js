import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { watchModules } from './modules.js'
import { collect, failureOf } from './suites.js'

const CONTRACT = 'src/platform/computation/testing/contract.ts'
const RULES = 'src/*/*/rules/*.rule.ts'
const TESTS = ['src/*/*/rules/**/*.test.ts', 'src/platform/exact/*.test.ts']
/** Property tests draw the same examples each time: what survives today survives tomorrow. */
const SEED = 20261123

/** Runs the tests of the rules in this process: each rule's contract (cases, page, refusals) and the tests beside it. */
class RulesRunner {
  space = spaceOfChanges()

  capabilities = () => ({ reloadEnvironment: true })

  async init() {
    fc.configureGlobal({ seed: SEED })
    this.root = process.cwd()
    this.modules = watchModules(this.root)
    this.rules = globSync(RULES, { cwd: this.root }).map((name) => join(this.root, name))
    this.files = globSync(TESTS, { cwd: this.root }).map((name) => join(this.root, name))
    this.tests = await this.testsOf([...this.rules, ...this.files])
  }

  /** Tests of rules and test files; a file that no longer loads is a test that fails. */
  async testsOf(paths) {
    const all = []
    for (const path of paths) {
      const file = relative(this.root, path)
      try {
        all.push(...(await collect(file, () => this.register(path))))
      } catch (error) {
        all.push({ id: `${file}#load`, name: `${file} loads`, run: () => Promise.reject(error) })
      }
    }
    return all
  }

  async register(path) {
    const loaded = await this.modules.load(path)
    if (!this.rules.includes(path)) return
    const { contractOf } = await this.modules.load(join(this.root, CONTRACT))
    contractOf(loaded.rule)
  }

  async dryRun() {
    const results = []
    for (const test of this.tests) {
      const began = performance.now()
      this.space.currentTestId = test.id
      results.push(resultOf(test, await failureOf(test), performance.now() - began))
      this.space.currentTestId = undefined
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.space.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit, sandboxFileName, disableBail }) {
    this.space.hitCount = hitLimit === undefined ? undefined : 0
    this.space.hitLimit = hitLimit
    this.space.activeMutant = activeMutant.id
    try {
      const tests =
        mutantActivation === 'static' ? await this.renewed(sandboxFileName) : this.chosen(testFilter)
      const results = []
      for (const test of tests) {
        const failure = await failureOf(test)
        results.push(resultOf(test, failure, 0))
        if (failure !== null && !disableBail) break
      }
      const isEndless = determineHitLimitReached(this.space.hitCount, hitLimit)
      return toMutantRunResult(isEndless ?? { status: DryRunStatus.Complete, tests: results })
    } finally {
      this.space.activeMutant = undefined
      this.modules.settle()
    }
  }

  chosen(ids) {
    const wanted = new Set(ids)
    return ids ? this.tests.filter(({ id }) => wanted.has(id)) : this.tests
  }

  renewed(path) {
    const paths = this.modules.renew(path)
    return this.testsOf([...this.rules, ...this.files].filter((one) => paths.has(one)))
  }
}

/** What the changed code asks: which change is on, which test runs. */
function spaceOfChanges() {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

const resultOf = ({ id, name }, failure, timeSpentMs) =>
  failure === null
    ? { id, name, timeSpentMs, status: TestStatus.Success }
    : { id, name, timeSpentMs, status: TestStatus.Failed, failureMessage: failure }

const create = () => new RulesRunner()
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'rules', create)]
