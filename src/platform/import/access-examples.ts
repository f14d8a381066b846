import type { AccessExamples } from '../testing/access/example.ts'

const aFile = () => {
  const form = new FormData()
  form.append('files', new File(['宛名番号\n'], '999999_hihokensha_full_20261122.csv'))
  return form
}

export const accessExamples: AccessExamples = {
  'GET /api/import-kinds': { about: 'own', request: () => ({}) },
  'GET /api/imports': { about: 'list', reach: 'author', request: () => ({}) },
  // the administrator may not bring in people, the officer may
  'POST /api/imports/{kind}': {
    about: 'own',
    alsoLetIn: [403],
    request: () => ({ params: { kind: 'people' }, form: aFile() }),
  },
  'GET /api/imports/runs/{id}': {
    about: 'record',
    reach: 'author',
    request: ({ importRunId }) => ({ params: { id: importRunId } }),
  },
  'POST /api/imports/runs/{id}/apply': {
    about: 'record',
    reach: 'author',
    alsoLetIn: [403],
    request: ({ importRunId }) => ({ params: { id: importRunId } }),
  },
  'GET /api/imports/runs/{id}/differences': {
    about: 'record',
    reach: 'author',
    request: ({ importRunId }) => ({ params: { id: importRunId }, query: { state: 'changed' } }),
  },
  'POST /api/imports/runs/{id}/differences/export': {
    about: 'record',
    reach: 'author',
    request: ({ importRunId }) => ({ params: { id: importRunId } }),
  },
  'GET /api/import-history': { about: 'own', request: () => ({}) },
  // published files belong to no insurer: no run of the world's can be named
  'POST /api/import-history/{id}/undo': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ params: { id: '00000000-0000-7000-8000-000000000000' } }),
  },
}
