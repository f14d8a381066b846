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
  // answers cell by cell, so nobody is "absent" as a whole: bulk.test.ts holds a row of another centre against one of nobody
  'POST /api/checklists/bulk': {
    about: 'list',
    reach: 'person',
    request: ({ personId }) => ({
      body: {
        batchId: randomUUID(),
        coding: 'paperNumber',
        rows: [
          { personId, birthOn: '1940-03-04', answeredOn: '2026-11-21', method: '郵送', cells: { 1: '0' } },
        ],
      },
    }),
  },
  // answers row by row as well: named-rows.test.ts holds a number of another centre against one of nobody
  'POST /api/checklists/bulk/names': {
    about: 'list',
    reach: 'person',
    request: () => ({
      body: { rows: [{ insuredNumber: '0000000000', birthOn: null, kana: null, answeredOn: '2026-11-21' }] },
    }),
  },
  'POST /api/checklists/export': {
    about: 'list',
    reach: 'person',
    request: () => ({ body: { format: 'csv' } }),
  },
  'GET /api/checklist-template': {
    about: 'own',
    request: () => ({ query: { format: 'csv', coding: 'yesNo' } }),
  },
  'GET /api/checklist-form/pdf': { about: 'own', request: () => ({}) },
  'POST /api/checklists/confirmations': {
    about: 'record',
    reach: 'person',
    request: ({ checklistId }) => ({ body: { items: [{ id: checklistId, version: 1 }] } }),
  },
  'GET /api/people/{id}/checklists': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ params: { id: personId } }),
  },
  'GET /api/checklists/{id}': record(),
  'PATCH /api/checklists/{id}': record({ body: { version: 1, note: '書き足した' } }),
  'POST /api/checklists/{id}/confirm': record({ body: { version: 1, judgement: 'undetermined' } }),
  'POST /api/checklists/{id}/withdraw': record({ body: { version: 1, reason: '人を間違えた' } }),
  'GET /api/checklists/{id}/history': record(),
  'GET /api/checklists/{id}/pdf': record(),
  'GET /api/checklists/{id}/result-pdf': record(),
}
