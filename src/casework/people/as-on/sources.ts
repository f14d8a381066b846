import type { AsOnSource } from '../../../platform/contributes/index.ts'
import { CONSENT_SCOPES, CONSENT_STATES } from '../codes.ts'
import { ADDRESS_FIELDS, CONTACT_LABELS, PERSON_LABELS } from '../rules/field-labels.ts'

const fieldsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([column, label]) => ({ column, label }))

/** The person's own tables. */
export const OWN_SOURCES: readonly AsOnSource[] = [
  {
    table: 'casework.person',
    title: '利用者',
    order: 0,
    personColumn: 'id',
    fields: fieldsOf(PERSON_LABELS),
    protectedColumns: [...ADDRESS_FIELDS],
    rowTitle: () => '本人',
  },
  {
    table: 'casework.contact',
    title: '家族・連絡先',
    order: 10,
    fields: fieldsOf(CONTACT_LABELS),
    rowTitle: (row) => [row.name, row.relationship].filter(Boolean).join('　'),
  },
  {
    table: 'casework.person_consent',
    title: '情報提供への同意',
    order: 12,
    fields: [
      { column: 'state', label: '同意', words: CONSENT_STATES },
      { column: 'given_on', label: '日付' },
      { column: 'given_by', label: '氏名' },
      { column: 'relationship', label: '本人との関係' },
      { column: 'scope', label: '提供先', words: CONSENT_SCOPES },
      { column: 'note', label: '条件' },
      { column: 'withdrawn_on', label: '撤回した日' },
      { column: 'withdrawn_reason', label: '撤回の理由' },
    ],
  },
]
