import { formatDate } from '../../../platform/calendar/index.ts'
import type { StoredPerson } from '../stored-person.ts'
import { decidedByCore, MERGE_FIELD_NAMES, MERGE_FIELDS, type MergeField } from './fields.ts'
import type { MergePreview } from './schema.ts'

const SEXES = { male: '男', female: '女', other: 'その他', unknown: '不明' } as const
const HIDDEN = '支援措置のため伏せています'
const day = (value: string | null) => (value === null ? '' : formatDate(value as never))

/** One side of a field in words; '' nothing is written there. */
function wordOf(field: MergeField, person: StoredPerson): string {
  switch (field) {
    case 'name':
      return `${person.name}（${person.kana || 'フリガナなし'}）`
    case 'alias':
      return person.alias ?? ''
    case 'birth':
      return day(person.birthOn)
    case 'sex':
      return SEXES[person.sex]
    case 'relationship':
      return person.relationship ?? ''
    case 'insuredNumber':
      return person.insuredNumber ?? ''
    case 'address':
      if (person.isProtected) return HIDDEN
      return [
        person.townName,
        person.addressRest,
        person.building,
        person.areaName && `（${person.areaName}）`,
      ]
        .filter(Boolean)
        .join('')
    case 'phone':
      return person.isProtected ? HIDDEN : (person.phone ?? '')
    case 'staff':
      return person.staffName ?? ''
    case 'note':
      return person.note ?? ''
    case 'core':
      return coreWord(person)
  }
}

function coreWord(person: StoredPerson): string {
  const parts = [
    person.source === 'core-system' ? '基幹系システムの記録' : '手で登録した記録',
    person.residentNumber && `宛名番号 ${person.residentNumber}`,
    person.insuredFrom && `資格取得 ${day(person.insuredFrom)}`,
    person.diedOn && `死亡 ${day(person.diedOn)}`,
    person.movedOutOn && `転出 ${day(person.movedOutOn)}`,
  ]
  return parts.filter(Boolean).join('、')
}

/** The fields whose two sides differ, in the order of the form. */
export function fieldsApart(kept: StoredPerson, merged: StoredPerson): MergePreview['fields'] {
  const core = decidedByCore(kept, merged)
  const bothCore = kept.source === 'core-system' && merged.source === 'core-system'
  return (
    MERGE_FIELD_NAMES.map((field) => ({
      field,
      label: MERGE_FIELDS[field].label,
      kept: wordOf(field, kept),
      merged: wordOf(field, merged),
      decided: MERGE_FIELDS[field].isCore ? (core === 'both' ? null : core) : null,
    }))
      .filter((one) => one.kept !== one.merged)
      // of two records of the core system the 宛名番号 decides, and its own fields go with it
      .filter((one) => !(bothCore && MERGE_FIELDS[one.field].isCore && one.field !== 'core'))
  )
}
