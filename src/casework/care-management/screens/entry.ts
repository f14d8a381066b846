import type { IsoDate } from '../../../platform/calendar/index.ts'
import type { MergeFieldOf } from '../../../ui/merge/index.ts'
import {
  COURSE_TYPES,
  type CourseType,
  LEVELS,
  type Level,
  labelOf,
  MODES,
  type ModeCode,
  SERVICE_GROUPS,
  type ServiceGroup,
  STATES,
} from '../codes.ts'
import type { Course, CourseBody, Preview } from './api.ts'
import { dayWord, monthWord } from './words.ts'

export interface ServiceEntry {
  group: ServiceGroup | ''
  code: string
  label: string
  officeName: string
}
export interface ChoiceEntry {
  about: string
  /** one office a line */
  shown: string
  chosen: string
  reason: string
  explainedOn: IsoDate | null
}

/** What the form holds; '' is a blank. Plain JSON: kept as a draft, merged field by field. */
export interface CourseEntry {
  level: Level | ''
  services: ServiceEntry[]
  type: CourseType | ''
  typeReason: string
  staffId: string
  state: 'preparing' | 'running'
  startMonth: string | null
  planFrom: IsoDate | null
  planTo: IsoDate | null
  evaluationOn: IsoDate | null
  mode: ModeCode
  modeMonths: number | null
  modeConditions: string[]
  modeNote: string
  explainedOn: IsoDate | null
  explainedTo: string
  contractVersion: string
  medium: 'paper' | 'electronic' | ''
  consentedOn: IsoDate | null
  contractEndedOn: IsoDate | null
  contractEndReason: string
  choices: ChoiceEntry[]
}

export const blankService: ServiceEntry = { group: '', code: '', label: '', officeName: '' }
export const blankChoice: ChoiceEntry = { about: '', shown: '', chosen: '', reason: '', explainedOn: null }

export const blankEntry = (level: string | null, staffId: string): CourseEntry => ({
  level: LEVELS.find(({ code }) => code === level)?.code ?? '',
  services: [],
  type: '',
  typeReason: '',
  staffId,
  state: 'preparing',
  startMonth: null,
  planFrom: null,
  planTo: null,
  evaluationOn: null,
  mode: 'standard',
  modeMonths: null,
  modeConditions: [],
  modeNote: '',
  explainedOn: null,
  explainedTo: '',
  contractVersion: '',
  medium: '',
  consentedOn: null,
  contractEndedOn: null,
  contractEndReason: '',
  choices: [],
})

export const entryOf = (course: Course): CourseEntry => ({
  level: (course.level ?? '') as Level | '',
  services: course.services.map((service) => ({
    group: service.group as ServiceGroup,
    code: service.code ?? '',
    label: service.label,
    officeName: service.officeName ?? '',
  })),
  type: (course.type ?? '') as CourseType | '',
  typeReason: course.typeReason ?? '',
  staffId: course.staff?.id ?? '',
  state: course.state === 'preparing' ? 'preparing' : 'running',
  startMonth: course.startMonth,
  planFrom: course.planFrom,
  planTo: course.planTo,
  evaluationOn: course.evaluationOn,
  mode: course.mode.kind as ModeCode,
  modeMonths: course.mode.months,
  modeConditions: course.mode.conditions,
  modeNote: course.mode.note ?? '',
  explainedOn: course.contract.explainedOn,
  explainedTo: course.contract.explainedTo ?? '',
  contractVersion: course.contract.version ?? '',
  medium: (course.contract.medium ?? '') as CourseEntry['medium'],
  consentedOn: course.contract.consentedOn,
  contractEndedOn: course.contract.endedOn,
  contractEndReason: course.contract.endReason ?? '',
  choices: course.choices.map((choice) => ({
    ...choice,
    shown: choice.shown.join('\n'),
    reason: choice.reason ?? '',
  })),
})

const modeBody = (entry: CourseEntry): CourseBody['mode'] => ({
  kind: entry.mode,
  months: entry.modeMonths,
  conditions: entry.modeConditions,
  note: entry.modeNote,
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const bodyOf = (entry: CourseEntry): Omit<CourseBody, 'version'> => ({
  level: entry.level === '' ? null : entry.level,
  services: entry.services.map((service) => ({ ...service, group: service.group as ServiceGroup })),
  type: entry.type === '' ? null : entry.type,
  typeReason: entry.typeReason,
  staffId: entry.staffId === '' ? null : entry.staffId,
  state: entry.state,
  startMonth: entry.startMonth,
  planFrom: entry.planFrom,
  planTo: entry.planTo,
  evaluationOn: entry.evaluationOn,
  mode: modeBody(entry),
  contract: {
    explainedOn: entry.explainedOn,
    explainedTo: entry.explainedTo,
    version: entry.contractVersion,
    medium: entry.medium === '' ? null : entry.medium,
    consentedOn: entry.consentedOn,
    endedOn: entry.contractEndedOn,
    endReason: entry.contractEndReason,
  },
  choices: entry.choices.map((choice) => ({ ...choice, shown: linesOf(choice.shown) })),
})

/** What the server is asked while the form is filled; rows without a kind are not counted yet. */
export const previewOf = (
  entry: CourseEntry,
  personId: string,
  courseId: string | null,
  openedOn: string | null,
): Preview => ({
  personId,
  courseId,
  level: entry.level === '' ? null : entry.level,
  groups: entry.services.flatMap(({ group }) => (group === '' ? [] : [group])),
  codes: entry.services.map(({ code }) => code.slice(0, 4)),
  type: entry.type === '' ? null : entry.type,
  startMonth: entry.startMonth,
  mode: modeBody(entry),
  evaluationOn: entry.evaluationOn,
  consentedOn: entry.contractEndedOn === null ? entry.consentedOn : null,
  openedOn,
  state: entry.state,
})

const joined = (...words: (string | null)[]) => words.filter(Boolean).join('　')

/** The fields as the merge screen shows them. */
export const mergeFields = (staffName: (id: string) => string): MergeFieldOf<CourseEntry>[] => [
  { key: 'level', label: '要介護度', show: ({ level }) => (level === '' ? '' : labelOf(LEVELS, level)) },
  {
    key: 'services',
    label: '予定のサービス',
    show: ({ services }) =>
      services
        .map(({ group, label, officeName }) => joined(labelOf(SERVICE_GROUPS, group), label, officeName))
        .join('\n'),
  },
  {
    key: 'type',
    label: '類型',
    show: ({ type, typeReason }) => joined(type === '' ? '' : labelOf(COURSE_TYPES, type), typeReason),
    together: ['typeReason'],
  },
  { key: 'staffId', label: '責任者', show: ({ staffId }) => staffName(staffId) },
  { key: 'state', label: '状態', show: ({ state }) => labelOf(STATES, state) },
  { key: 'startMonth', label: 'サービスの開始月', show: ({ startMonth }) => monthWord(startMonth, '') },
  {
    key: 'planFrom',
    label: '計画の期間',
    show: ({ planFrom, planTo }) => joined(dayWord(planFrom, ''), dayWord(planTo, '')),
    together: ['planTo'],
  },
  { key: 'evaluationOn', label: '評価期間の終わり', show: ({ evaluationOn }) => dayWord(evaluationOn, '') },
  {
    key: 'mode',
    label: 'モニタリングの方法',
    show: ({ mode, modeMonths, modeNote }) =>
      joined(labelOf(MODES, mode), modeMonths === null ? null : `${modeMonths}か月`, modeNote),
    together: ['modeMonths', 'modeConditions', 'modeNote'],
  },
  {
    key: 'consentedOn',
    label: '契約',
    show: ({ explainedOn, explainedTo, consentedOn, contractEndedOn }) =>
      joined(
        `説明 ${dayWord(explainedOn, 'なし')}`,
        explainedTo,
        `同意 ${dayWord(consentedOn, 'なし')}`,
        contractEndedOn && `終わり ${dayWord(contractEndedOn)}`,
      ),
    together: [
      'explainedOn',
      'explainedTo',
      'contractVersion',
      'medium',
      'contractEndedOn',
      'contractEndReason',
    ],
  },
  {
    key: 'choices',
    label: '事業所の選択',
    show: ({ choices }) =>
      choices.map(({ about, chosen, reason }) => joined(about, chosen, reason)).join('\n'),
  },
]
