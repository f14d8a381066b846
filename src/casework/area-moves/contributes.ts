import type { Contributes } from '../../platform/contributes/index.ts'

/** Living people, for whoever moves a town or ends a centre. */
export const contributes: Contributes = {
  dependents: [
    {
      id: 'people',
      label: '住んでいる利用者・住民（人）',
      on: 'town',
      query: (_, __, ids) => ({
        text: 'select id, count from casework.people_of_towns($1::uuid[])',
        values: [ids],
      }),
    },
    {
      id: 'people',
      label: '担当している利用者・住民（人）',
      on: 'centre',
      query: (_, __, ids) => ({
        text: 'select id, count from casework.people_of_centres($1::uuid[])',
        values: [ids],
      }),
    },
  ],
}
