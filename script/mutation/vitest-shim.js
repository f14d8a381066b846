import { suites } from './suites.js'

/** What the tests of the rules take from vitest, collected so that one process can run them again and again. */
export const { describe, it, expect } = suites
export const test = it
