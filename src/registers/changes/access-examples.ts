import type { AccessExamples } from '../../platform/testing/access/example.ts'

export const accessExamples: AccessExamples = {
  'POST /api/register-changes': {
    about: 'list',
    reach: 'insurer',
    request: () => ({ body: { register: 'staff', limit: 200 } }),
  },
}
