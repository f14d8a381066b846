import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

const aFile = () => {
  const form = new FormData()
  form.append('file', new File(['名称,住所\n見本会館（架空）,架空町1\n'], 'mihon.csv'))
  return form
}

export const accessExamples: AccessExamples = {
  'GET /api/mapping-profiles': { about: 'own', request: () => ({}) },
  'POST /api/mapping-profiles/put': {
    about: 'own',
    request: () => ({
      body: {
        id: randomUUID(),
        version: null,
        name: `見本 ${randomUUID()}`,
        mapping: { target: 'facilities' },
      },
    }),
  },
  'POST /api/mapping-profiles/{id}/remove': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params: { id: randomUUID() }, body: { version: 1 } }),
  },
  'POST /api/mapping-profiles/preview': { about: 'own', request: () => ({ form: aFile() }) },
}
