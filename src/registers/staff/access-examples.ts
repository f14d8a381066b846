import { randomUUID } from 'node:crypto'
import type { AccessExamples, PlaceRecords } from '../../platform/testing/access/example.ts'

const staff = (more: Record<string, unknown>) => ({
  about: 'record' as const,
  reach: 'insurer' as const,
  alsoLetIn: [409, 422],
  request: ({ staffId }: PlaceRecords) => ({ params: { staffId }, ...more }),
})

export const accessExamples: AccessExamples = {
  'POST /api/staff/list': { about: 'list', reach: 'insurer', request: () => ({ body: { limit: 200 } }) },
  'POST /api/staff': {
    about: 'own',
    request: () => ({
      body: {
        staffNumber: `n${randomUUID().slice(0, 18)}`,
        name: '見本 職員',
        kana: 'ミホン ショクイン',
        profession: 'other',
        post: { role: 'officer', centreId: null, organisationId: null, validFrom: '2026-11-22' },
      },
    }),
  },
  'POST /api/staff/{staffId}/posts': staff({
    body: { role: 'officer', centreId: null, organisationId: null, validFrom: '2026-11-22' },
  }),
  'POST /api/staff/posts/{postId}/end': {
    about: 'record',
    reach: 'insurer',
    alsoLetIn: [409, 422],
    request: ({ postId }) => ({ params: { postId }, body: { version: 1, lastDay: '2026-11-22' } }),
  },
  // the example's staff have no account: told apart from absent staff only for those who manage them
  'POST /api/staff/{staffId}/password': { ...staff({}), alsoLetIn: [404, 409, 422] },
  'POST /api/staff/{staffId}/second-factor': { ...staff({}), alsoLetIn: [404, 409, 422] },
  'GET /api/staff/{staffId}/sheet': staff({}),
  'GET /api/staff/post-choices': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/staff/{staffId}/sessions/revoke': { ...staff({}), alsoLetIn: [404, 409, 422] },
  'GET /api/staff/post-requests': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/staff/post-requests/decide': {
    about: 'own',
    alsoLetIn: [404],
    request: () => ({ body: { id: randomUUID(), decision: 'confirmed' } }),
  },
  'POST /api/staff/rows': {
    about: 'own',
    request: () => ({
      body: {
        rows: [['n1', '見本 職員', 'ミホン', 'その他', '', '', '保険者職員', 'R9.4.1', '']],
        dryRun: true,
      },
    }),
  },
  'POST /api/staff/form': { about: 'list', reach: 'insurer', request: () => ({ body: { format: 'csv' } }) },
  'POST /api/staff/export': { about: 'list', reach: 'insurer', request: () => ({ body: { format: 'csv' } }) },
  'GET /api/staff/first-passwords': { about: 'list', reach: 'insurer', request: () => ({}) },
  'POST /api/staff/first-passwords': {
    about: 'own',
    alsoLetIn: [422],
    request: () => ({ body: { staffIds: [randomUUID()] } }),
  },
}
