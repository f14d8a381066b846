import { useEffect, useRef } from 'react'
import { formatDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useAddressWord } from '../../../ui/link/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { APPLICATION_KINDS, labelOf, PROXIES } from '../codes.ts'
import { independenceWord } from '../rules/independence.ts'
import type { Certification, Sheet } from './api.ts'
import type { Deed } from './deed-panels.tsx'
import { basisWord, daysLeftWord, dayWord, stateWord, threeWord, toneOf } from './words.ts'

const DEEDS: readonly (readonly [Deed, string])[] = [
  ['decide', '認定を決める'],
  ['postpone', '延期を通知した'],
  ['change', '直す'],
  ['withdraw', '取り下げる'],
  ['close', '却下・取消'],
]

type RecordProps = { record: Certification; sheet: Sheet; onDeed: (deed: Deed) => void }

/** One entry: what it is, its period, what it rests on, and what may be done with it. */
export function Record({ record, sheet, onDeed }: RecordProps) {
  const box = useRef<HTMLLIElement>(null)
  const [at] = useAddressWord('at', '')
  const isAsked = at === record.id
  useEffect(() => {
    if (!isAsked) return
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.focus()
  }, [isAsked])
  const kind = labelOf(APPLICATION_KINDS, record.kind)
  return (
    <li
      ref={box}
      tabIndex={isAsked ? -1 : undefined}
      className={`rounded-lg border p-3 ${isAsked ? 'border-accent' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-bold">{kind}</h2>
        <Status tone={toneOf(record, sheet.today)}>{stateWord(record)}</Status>
        <span className="text-sm text-soft">{basisWord(record.basis)}</span>
        {record.validFrom && record.lastDay ? (
          <span className="text-sm">
            {formatDate(record.validFrom, 'short')}～{formatDate(record.lastDay, 'short')}
            {record.lastDay === record.validTo ? '' : `（証は${dayWord(record.validTo)}まで）`}
            <b className="ml-2">{daysLeftWord(sheet.today, record.lastDay)}</b>
          </span>
        ) : null}
        <span className="ml-auto flex flex-wrap gap-2 print:hidden">
          {DEEDS.filter(([deed]) => record.abilities.includes(deed)).map(([deed, label]) => (
            <Button
              key={deed}
              size="small"
              onPress={() => onDeed(deed)}
              look={deed === 'decide' ? 'primary' : 'secondary'}
            >
              {label}
              <span className="sr-only">（{kind}）</span>
            </Button>
          ))}
        </span>
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-0.5 text-sm sm:grid-cols-2">
        {factsOf(record, sheet).map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="w-36 shrink-0 text-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function factsOf(record: Certification, sheet: Sheet): (readonly [string, string])[] {
  const facts: (readonly [string, string | null])[] = [
    ['申請の受付日', record.basis === 'card' ? null : dayWord(record.appliedOn)],
    ['決定の期限（30日）', record.decisionDueOn && dayWord(record.decisionDueOn)],
    [
      '延期の通知',
      record.postponedTo &&
        `${dayWord(record.postponementToldOn)}に通知、見込み${dayWord(record.postponedTo)}（${record.postponedReason}）`,
    ],
    ['認定年月日', record.decidedOn && dayWord(record.decidedOn)],
    [
      '有効期間の月数',
      record.months === null
        ? null
        : `${record.months}か月${record.isDefaultMonths ? '（記載がなく初期値）' : ''}`,
    ],
    ['更新申請の受付開始', record.state === 'decided' && record.opensOn ? dayWord(record.opensOn) : null],
    ['確かめた日', record.confirmedOn && dayWord(record.confirmedOn)],
    ['特定疾病', record.specifiedDisease && diseaseWord(sheet, record.specifiedDisease)],
    ...independenceFacts(record),
    ['申請の提出', record.basis === 'application' || record.proxy !== 'none' ? proxyWord(record) : null],
    ['被保険者証が市に', record.isCardKept === null ? null : threeWord(record.isCardKept)],
    ['情報提供の同意', record.basis === 'application' ? threeWord(record.isDisclosureAgreed) : null],
    ['主治医', record.doctor],
    ['理由', record.closedReason && `${dayWord(record.closedOn)}　${record.closedReason}`],
    ['備考', record.note],
    ['記録した人', record.createdByName],
  ]
  return facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]))
}

const independenceFacts = (record: Certification): (readonly [string, string | null])[] => [
  [
    '寝たきり度（意見書）',
    record.disabilityByDoctor && independenceWord('disability', record.disabilityByDoctor),
  ],
  [
    '寝たきり度（調査票）',
    record.disabilityByExaminer && independenceWord('disability', record.disabilityByExaminer),
  ],
  ['認知症（意見書）', record.dementiaByDoctor && independenceWord('dementia', record.dementiaByDoctor)],
  ['認知症（調査票）', record.dementiaByExaminer && independenceWord('dementia', record.dementiaByExaminer)],
]

const diseaseWord = ({ diseases }: Sheet, key: string) =>
  diseases.find((one) => one.key === key)?.label ?? key

const proxyWord = ({ proxy, proxyStaffName, askedBy, handedInOn }: Certification): string =>
  [
    labelOf(PROXIES, proxy),
    proxyStaffName && `（${proxyStaffName}）`,
    askedBy && `頼んだ人 ${askedBy}`,
    handedInOn && `提出 ${formatDate(handedInOn, 'short')}`,
  ]
    .filter(Boolean)
    .join(' ')
