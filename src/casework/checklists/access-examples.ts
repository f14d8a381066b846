import { randomUUID } from 'node:crypto'
import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

const sheet = {
  coding: 'paperNumber',
  answeredOn: '2026-11-21',
  cells: { 1: '0', 16: '1' },
  height: '160.0',
  weight: '50.0',
}
const record = (more: Record<string, unknown> = {}) => ({
  about: 'record' as const,
  reach: 'person' as const,
  request: ({ checklistId }: PlaceRecords) => ({ params: { id: checklistId }, ...more }),
})
const ofPerson = (body: Record<string, unknown>) => ({
  about: 'record' as const,
  reach: 'person' as const,
  request: ({ personId }: PlaceRecords) => ({ body: { ...sheet, ...body, personId } }),
})

export const accessExamples: AccessExamples = {
  'POST /api/checklists/preview': ofPerson({}),
  'POST /api/checklists': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ body: { ...sheet, id: randomUUID(), personId, method: 'visit' } }),
  },
  'POST /api/checklists/list': { about: 'list', reach: 'person', request: () => ({ body: {} }) },
  'GET /api/checklists/{id}': record(),
}
