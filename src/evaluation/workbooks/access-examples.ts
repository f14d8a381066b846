import { randomUUID } from 'node:crypto'
import type { AccessExamples } from '../../platform/testing/access/example.ts'

/** Forms are of the insurer, not of a place: an id of none answers as another insurer's would. */
const ofNoForm = (more: Record<string, unknown> = {}, params: Record<string, string> = {}) => ({
  about: 'own' as const,
  alsoLetIn: [404],
  request: () => ({ params: { id: randomUUID(), ...params }, ...more }),
})
const cell = { sheet: 0, row: 1, column: 0 }
const figure = { source: 'hand', ref: 'number', span: 'year', yearOffset: 0 }

export const accessExamples: AccessExamples = {
  'GET /api/workbook-families': { about: 'own', request: () => ({}) },
  // without a file: whoever may is told so
  'POST /api/workbook-forms': {
    about: 'own',
    alsoLetIn: [422],
    request: () => ({ form: new FormData() }),
  },
  'GET /api/workbook-forms/{id}': ofNoForm(),
  'GET /api/workbook-forms/{id}/sheets/{sheet}': ofNoForm({}, { sheet: '0' }),
  'POST /api/workbook-forms/{id}/place': ofNoForm({ body: cell }),
  'POST /api/workbook-figures/search': { about: 'own', request: () => ({ body: { words: '認定者' } }) },
  'POST /api/workbook-forms/{id}/figure': ofNoForm({ body: figure }),
  'POST /api/workbook-forms/{id}/bindings': ofNoForm({ body: { ...cell, ...figure, label: '件数' } }),
  'PUT /api/workbook-forms/{id}/bindings/{bindingId}': ofNoForm(
    { body: { ...figure, label: '件数', version: 1 } },
    { bindingId: randomUUID() },
  ),
  'DELETE /api/workbook-forms/{id}/bindings/{bindingId}': ofNoForm(
    { query: { version: '1' } },
    { bindingId: randomUUID() },
  ),
  'POST /api/workbook-forms/{id}/preview': ofNoForm({ body: {} }),
  'POST /api/workbook-forms/{id}/fills': ofNoForm({ body: { digest: '0'.repeat(64) } }),
  'GET /api/workbook-fills/{id}': ofNoForm(),
  'GET /api/workbook-fills/{id}/file': ofNoForm(),
  'GET /api/workbook-forms/{id}/carry': ofNoForm(),
  'POST /api/workbook-forms/{id}/carry': ofNoForm({
    body: { decisions: [{ bindingId: randomUUID(), take: null }] },
  }),
}
