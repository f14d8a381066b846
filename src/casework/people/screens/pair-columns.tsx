import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button, buttonClass } from '../../../ui/button/index.ts'
import { AppLink, linkClass } from '../../../ui/link/index.ts'
import type { Column } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import type { Pair, Side } from '../duplicates/schema.ts'
import type { PairState } from './api-duplicates.ts'
import { sexWord } from './words.ts'

type Deeds = { onDifferent: (pair: Pair) => void; onReopen: (pair: Pair) => void }

/** What stands of one record: enough to tell two people apart, no address. */
const Record = ({ side }: { side: Side }) => (
  <>
    <AppLink to={`/people/${side.id}`} className={linkClass}>
      {side.name}
    </AppLink>
    <span className="block text-xs text-soft">{side.kana}</span>
    <span className="block tabular-nums">
      {side.birthOn ? formatDate(side.birthOn as IsoDate, 'short') : '生年月日不明'}
      {'　'}
      {sexWord(side.sex as Parameters<typeof sexWord>[0])}
    </span>
    <span className="block text-xs">
      {[
        side.townName ?? '町の登録なし',
        side.insuredNumber ? `被保険者番号 ${side.insuredNumber}` : '番号なし',
        side.centreName ?? '担当なし',
        side.source === 'core-system' ? '基幹系の記録' : '手で登録した記録',
      ].join('　')}
    </span>
  </>
)

const Reasons = ({ reasons }: { reasons: Pair['reasons'] }) => (
  <ul className="flex flex-wrap gap-1">
    {reasons.map(({ code, label, points }) => (
      <li key={code}>
        <Status tone={points > 0 ? 'info' : 'caution'}>
          {label} {points > 0 ? `+${points}` : `−${-points}`}
        </Status>
      </li>
    ))}
  </ul>
)

export const pairColumns = (state: PairState, { onDifferent, onReopen }: Deeds): Column<Pair>[] => [
  { id: 'score', header: '点', isRight: true, width: '3.5rem', cell: ({ score }) => score },
  { id: 'kept', header: '残る側（基幹系か、先の記録）', cell: ({ kept }) => <Record side={kept} /> },
  { id: 'other', header: 'もう一つの記録', cell: ({ other }) => <Record side={other} /> },
  {
    id: 'reasons',
    header: '合うところ・合わないところ',
    cell: ({ reasons }) => <Reasons reasons={reasons} />,
  },
  state === 'open'
    ? {
        id: 'deeds',
        header: '決める',
        width: '9rem',
        cell: (pair) => (
          <span className="flex flex-col items-start gap-2 print:hidden">
            <AppLink
              to={`/people/${pair.kept.id}/merge?with=${pair.other.id}`}
              className={buttonClass('primary', 'small')}
            >
              見比べて統合
            </AppLink>
            <Button
              size="small"
              aria-label={`${pair.kept.name} さんと ${pair.other.name} さんは別の方`}
              onPress={() => onDifferent(pair)}
            >
              別の方
            </Button>
          </span>
        ),
      }
    : {
        id: 'decided',
        header: 'わけ',
        cell: (pair) => (
          <span className="flex flex-col items-start gap-2">
            {pair.differentReason}
            <Button
              size="small"
              aria-label={`${pair.kept.name} さんと ${pair.other.name} さんを候補に戻す`}
              onPress={() => onReopen(pair)}
            >
              候補に戻す
            </Button>
          </span>
        ),
      },
]
