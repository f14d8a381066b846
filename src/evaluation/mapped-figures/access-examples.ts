import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'
import { townMapping } from './testing/table.ts'

const aFile = () => {
  const form = new FormData()
  form.append('file', new File(['町名,数\n架空町,1\n'], 'mihon.csv'))
  return form
}

export const accessExamples: AccessExamples = {
  'GET /api/mapped-figures': { about: 'own', request: () => ({}) },
  'GET /api/mapped-figures/profiles': { about: 'own', request: () => ({}) },
  'POST /api/mapped-figures/profiles/put': {
    about: 'own',
    request: () => ({
      body: { id: randomUUID(), version: null, name: `見本 ${randomUUID()}`, mapping: townMapping() },
    }),
  },
  'POST /api/mapped-figures/preview': { about: 'own', request: () => ({ form: aFile() }) },
}
