/** The choices of a merge: groups of columns that belong together. For browser and server; nothing is imported here. */

export const MERGE_FIELDS = {
  name: { label: '氏名・フリガナ', columns: ['name', 'kana', 'name_fold', 'kana_fold'], isCore: true },
  alias: { label: '通称', columns: ['alias', 'alias_fold'], isCore: false },
  birth: { label: '生年月日', columns: ['birth_on', 'birth_uncertainty'], isCore: true },
  sex: { label: '性別', columns: ['sex'], isCore: true },
  relationship: { label: '続柄', columns: ['relationship'], isCore: true },
  insuredNumber: { label: '被保険者番号', columns: ['insured_number'], isCore: true },
  address: {
    label: '住所・圏域',
    columns: ['postal_code', 'town_id', 'area_id', 'address_rest', 'building', 'address_fold'],
    isCore: true,
  },
  phone: { label: '電話', columns: ['phone', 'phone_fold'], isCore: false },
  staff: { label: '主担当', columns: ['staff_id'], isCore: false },
  note: { label: 'メモ', columns: ['note'], isCore: false },
  core: {
    label: '宛名番号と資格',
    columns: [
      'resident_number',
      'resident_history_number',
      'household_number',
      'insured_from',
      'insured_to',
      'is_resident_exception',
      'last_event',
      'last_event_on',
      'moved_out_on',
      'died_on',
      'source',
      'core_updated_at',
    ],
    isCore: true,
  },
} as const satisfies Record<string, { label: string; columns: readonly string[]; isCore: boolean }>

export type MergeField = keyof typeof MERGE_FIELDS
export const MERGE_FIELD_NAMES = Object.keys(MERGE_FIELDS) as MergeField[]
/** 'kept': of the record that goes on · 'merged': of the other · 'both': notes one below the other */
export type MergeChoice = 'kept' | 'merged' | 'both'

/** Whose values the core system keeps: a record of the core system against one by hand decides all of its fields. */
export function decidedByCore(kept: { source: string }, merged: { source: string }): MergeChoice | null {
  if (kept.source === 'core-system' && merged.source !== 'core-system') return 'kept'
  return merged.source === 'core-system' && kept.source !== 'core-system' ? 'merged' : null
}

/**
 * Columns that the door takes over from the record merged away. The fields of the core system go together with the 宛名番号.
 * @param choices what was chosen; absent: the record that goes on
 */
export function takenColumns(
  choices: Partial<Record<MergeField, MergeChoice>>,
  kept: { source: string },
  merged: { source: string },
): string[] {
  const core = decidedByCore(kept, merged) ?? choices.core ?? 'kept'
  const bothCore = kept.source === 'core-system' && merged.source === 'core-system'
  return MERGE_FIELD_NAMES.flatMap((field) => {
    const { columns, isCore } = MERGE_FIELDS[field]
    const isDecided = isCore && (decidedByCore(kept, merged) !== null || bothCore)
    const choice = isDecided ? core : (choices[field] ?? 'kept')
    if (choice === 'both') return field === 'note' ? ['note+'] : []
    return choice === 'merged' ? columns : []
  })
}
