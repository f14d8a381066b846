import type { AccessExamples } from '../testing/access/example.ts'

const task = (body: Record<string, unknown>) => ({
  about: 'record' as const,
  reach: 'author' as const,
  // the state of the example's task may refuse (nothing to undo, nothing to receive): that is past the right
  alsoLetIn: [409, 422],
  request: ({ taskId }: { taskId: string }) => ({ params: { id: taskId }, body: { version: 1, ...body } }),
})

export const accessExamples: AccessExamples = {
  'GET /api/today': { about: 'list', reach: 'author', request: () => ({ query: { tab: 'due' } }) },
  'POST /api/tasks': {
    about: 'record',
    reach: 'person',
    request: ({ personId }) => ({ body: { title: '電話をかける', dueOn: '2026-11-30', personId } }),
  },
  'POST /api/tasks/{id}/done': task({}),
  'POST /api/tasks/{id}/postpone': task({ to: '2026-12-01', reason: '本人の都合' }),
  'POST /api/tasks/{id}/hand-over': {
    about: 'record',
    reach: 'author',
    alsoLetIn: [409, 422],
    request: ({ taskId, staffId }) => ({
      params: { id: taskId },
      body: { version: 1, toStaffId: staffId, reason: '担当の交代' },
    }),
  },
  'POST /api/tasks/{id}/receive': task({}),
  'POST /api/tasks/{id}/undo': task({}),
  'GET /api/tasks/load': { about: 'list', reach: 'person', request: () => ({}) },
  'GET /api/tasks/load/{staffId}': {
    about: 'record',
    reach: 'person',
    request: ({ staffId }) => ({ params: { staffId }, query: { day: '2026-11-22' } }),
  },
  'GET /api/staff/colleagues': { about: 'list', reach: 'insurer', request: () => ({}) },
}
