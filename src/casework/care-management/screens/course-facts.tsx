import type { ReactNode } from 'react'
import { dayInJapan } from '../../../ui/clock/clock.ts'
import { Status } from '../../../ui/status/index.ts'
import {
  COURSE_TYPES,
  FLEXIBLE_CONDITIONS,
  LEVEL_SOURCES,
  LEVELS,
  labelOf,
  MODES,
  SERVICE_GROUPS,
  VIDEO_CONDITIONS,
} from '../codes.ts'
import type { Course } from './api.ts'
import { FoldedSteps } from './step-list.tsx'
import { dayWord, monthWord, wordOf } from './words.ts'

/** Every field of the course; what nobody decided says so. */
export function CourseFacts({ course }: { course: Course }) {
  return (
    <section aria-label="内容">
      <h2 className="mb-2 text-lg font-bold">内容</h2>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 text-sm [&>*]:border-b [&>*]:border-line [&>*]:py-1">
        {factsOf(course).map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
      </dl>
      <div className="mt-2 print:hidden">
        <FoldedSteps title="類型の案の根拠" steps={course.steps.type} />
      </div>
    </section>
  )
}

const Fact = ({ label, value }: { label: string; value: ReactNode }) => (
  <>
    <dt className="text-soft">{label}</dt>
    <dd className="tabular-nums">{value}</dd>
  </>
)

function factsOf(course: Course): [string, ReactNode][] {
  const { contract } = course
  return [
    [
      '要介護度',
      course.level === null
        ? '不明'
        : `${labelOf(LEVELS, course.level)}（${wordOf(LEVEL_SOURCES, course.levelSource, '出所なし')}）`,
    ],
    ['類型', <TypeWords key="type" course={course} />],
    ['責任者', course.staff?.name ?? '未定'],
    ['サービスの開始月', monthWord(course.startMonth)],
    ['計画の期間', `${dayWord(course.planFrom)} から ${dayWord(course.planTo)}`],
    ['評価期間の終わり', dayWord(course.evaluationOn)],
    ['モニタリング', <ModeWords key="mode" course={course} />],
    ['予定のサービス', <Services key="services" course={course} />],
    [
      '重要事項の説明',
      [dayWord(contract.explainedOn, '記録なし'), contract.explainedTo].filter(Boolean).join('　'),
    ],
    [
      '契約の同意',
      contract.consentedOn === null ? (
        <Status key="contract" tone="caution">
          ありません
        </Status>
      ) : (
        `${dayWord(contract.consentedOn)}${contract.endedOn ? `（${dayWord(contract.endedOn)} に終了）` : ''}`
      ),
    ],
    ['事業所の選択', <Choices key="choices" course={course} />],
  ]
}

function TypeWords({ course }: { course: Course }) {
  if (course.type === null) return <>未決定（案: {course.typeProposed ?? '判定できません'}）</>
  return (
    <>
      {labelOf(COURSE_TYPES, course.type)}
      {course.typeProposed !== null && course.typeProposed !== course.type
        ? `（案は ${course.typeProposed}）`
        : ''}
      <span className="block text-xs text-soft">
        {course.typeDecidedByName ?? '不明'} が決定
        {course.typeDecidedAt ? `（${dayWord(dayInJapan(course.typeDecidedAt))}）` : ''}
        {course.typeReason ? `　${course.typeReason}` : ''}
      </span>
    </>
  )
}

function ModeWords({ course: { type, mode } }: { course: Course }) {
  if (type === 'C') return <>初回のみ</>
  if (type === 'B') return <>{mode.months === null ? '市の設定の間隔' : `${mode.months}か月に1回`}</>
  const words = mode.kind === 'video' ? VIDEO_CONDITIONS : FLEXIBLE_CONDITIONS
  return (
    <>
      {labelOf(MODES, mode.kind)}
      {mode.kind === 'flexible' && mode.months !== null ? `（${mode.months}か月）` : ''}
      {mode.conditions.length > 0 ? (
        <ul className="list-disc pl-5 text-xs text-soft">
          {mode.conditions.map((code) => (
            <li key={code}>{labelOf(words, code)}</li>
          ))}
        </ul>
      ) : null}
      {mode.note ? <span className="block text-xs text-soft">{mode.note}</span> : null}
    </>
  )
}

function Services({ course: { services } }: { course: Course }) {
  if (services.length === 0) return <>まだ選んでいません</>
  return (
    <ul>
      {services.map((service) => (
        <li key={`${service.group} ${service.label}`}>
          {service.label}
          <span className="block text-xs text-soft">
            {labelOf(SERVICE_GROUPS, service.group)}
            {service.officeName ? `・${service.officeName}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Choices({ course: { choices } }: { course: Course }) {
  if (choices.length === 0) return <>記録なし</>
  return (
    <ul>
      {choices.map((choice) => (
        <li key={`${choice.about} ${choice.chosen}`}>
          {choice.about}: {choice.chosen}
          <span className="block text-xs text-soft">
            {choice.shown.length > 0 ? `示した事業所 ${choice.shown.join('、')}` : '示した事業所の記録なし'}
          </span>
          {choice.reason === null ? (
            <Status tone="caution">理由がありません</Status>
          ) : (
            <span className="block text-xs">理由: {choice.reason}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
