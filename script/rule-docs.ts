import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ruleDocs } from '../src/platform/computation/rule-docs.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'rules')

const pages = await ruleDocs()
mkdirSync(FOLDER, { recursive: true })
for (const name of readdirSync(FOLDER))
  if (name.endsWith('.md') && !pages.has(name)) rmSync(join(FOLDER, name))
for (const [name, text] of pages) writeFileSync(join(FOLDER, name), text)
console.log(`${pages.size} pages in docs/rules`)
