import { formatDate } from '../../../platform/calendar/index.ts'
import type { Column } from '../../../ui/list/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { CARD_PLACES, END_REASONS, labelOf } from '../codes.ts'
import type { Row } from './api.ts'
import { stateWord, toneOf } from './words.ts'

const short = (on: string | null) => (on === null ? '―' : formatDate(on, 'short'))

export const personColumn: Column<Row> = {
  id: 'person',
  header: '氏名',
  width: '13rem',
  cell: ({ person }) => (
    <span className="whitespace-nowrap">
      {person.name}
      <span className="ml-2 text-xs text-soft">{person.kana}</span>
    </span>
  ),
}

export const requestColumns: Column<Row>[] = [
  personColumn,
  {
    id: 'checklist',
    header: 'チェックリスト',
    cell: ({ checklistOn, metWords }) => (
      <>
        {short(checklistOn)} <span className="text-xs text-soft">{metWords}</span>
      </>
    ),
  },
  {
    id: 'notification',
    header: '届出',
    cell: ({ notificationOn, cardPlace }) => (
      <>
        {short(notificationOn)}
        <span className="ml-1 text-xs text-soft">{cardPlace ? labelOf(CARD_PLACES, cardPlace) : ''}</span>
      </>
    ),
  },
  {
    id: 'from',
    header: '依頼',
    cell: ({ centreName, requestedByName, requestNote }) => (
      <>
        {[centreName, requestedByName].filter(Boolean).join('　')}
        {requestNote ? <span className="block text-xs text-soft">「{requestNote}」</span> : null}
      </>
    ),
  },
  {
    id: 'received',
    header: '受領',
    cell: ({ receivedAt, receivedByName }) =>
      receivedAt ? (
        <Status tone="good">{receivedByName ?? '受領済み'}</Status>
      ) : (
        <Status tone="caution">受領待ち</Status>
      ),
  },
]

export const ledgerColumns: Column<Row>[] = [
  personColumn,
  {
    id: 'state',
    header: '状態',
    cell: ({ state }) => <Status tone={toneOf(state)}>{stateWord(state)}</Status>,
  },
  { id: 'checklist', header: '実施日', cell: ({ checklistOn }) => short(checklistOn) },
  { id: 'notification', header: '届出', cell: ({ notificationOn }) => short(notificationOn) },
  {
    id: 'period',
    header: '期間',
    cell: ({ startsOn, endedOn, endReason }) =>
      startsOn
        ? `${formatDate(startsOn, 'short')}～${endedOn ? `${formatDate(endedOn, 'short')}（${labelOf(END_REASONS, endReason ?? '')}）` : ''}`
        : '―',
  },
  { id: 'review', header: '再確認', cell: ({ reviewDue }) => short(reviewDue) },
  {
    id: 'acts',
    header: '証・国保連',
    cell: ({ startsOn, cardReissuedOn, kokuhorenNotifiedOn }) =>
      startsOn === null ? (
        '―'
      ) : (
        <>
          証 {cardReissuedOn ? short(cardReissuedOn) : 'まだ'}・国保連{' '}
          {kokuhorenNotifiedOn ? short(kokuhorenNotifiedOn) : 'まだ'}
        </>
      ),
  },
  { id: 'centre', header: 'センター', cell: ({ centreName }) => centreName ?? '未定' },
]
