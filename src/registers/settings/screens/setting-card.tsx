import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import { valueWord } from '../codes.ts'
import type { Setting } from '../schema.ts'
import { putSetting, removeSetting, settingsQuery } from './api.ts'
import type { Dated } from './change-panel.tsx'
import { ProposalHistory } from './proposal-history.tsx'
import { SettingValue } from './setting-value.tsx'
import { stateOf } from './words.ts'

/** What a card asks for: a new value (row null), a correction of one that stands, or its removal by two. */
export type Wish = { row: Dated | null; isRemoval: boolean }
type SettingCardProps = { setting: Setting; onWish: (wish: Wish) => void }

/** One setting: the value of today large, below it every dated value with its 根拠 and who entered it. */
export function SettingCard({ setting, onWish }: SettingCardProps) {
  const { title, help, today, initial, dated, mayChange, approval, pending } = setting
  const clock = useClock()
  const isInitial = dated.every(({ from }) => from > clock.today())
  return (
    <article id={cardId(setting.key)} tabIndex={-1} className="rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-bold">
          {title}
          {approval === 'two' ? (
            <span className="ml-2 text-sm font-normal text-soft">二人で決める設定</span>
          ) : null}
          {pending.length > 0 ? (
            <span className="ml-2 text-sm font-normal">
              <Status tone="caution">承認待ちの提案 {pending.length}件</Status>
            </span>
          ) : null}
        </h3>
        <p className="text-lg">
          {valueWord(setting, today)}
          {isInitial ? <span className="ml-2 text-sm text-soft">（初期値）</span> : null}
        </p>
      </div>
      <p className="mt-1 text-sm text-soft">{help}</p>
      {dated.length > 0 ? <Values setting={setting} onWish={onWish} /> : null}
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        <span>
          初期値: {valueWord(setting, initial.value)}（{initial.source}）
        </span>
        {initial.confidence === 'seen' || initial.confidence === 'decided' ? null : (
          <Status tone="caution">出典未確認</Status>
        )}
      </p>
      {mayChange ? (
        <p className="mt-3">
          <Button size="small" onPress={() => onWish({ row: null, isRemoval: false })}>
            {approval === 'two' ? '提案する' : '値を加える'}
          </Button>
        </p>
      ) : null}
      {approval === 'two' ? <ProposalHistory setting={setting} /> : null}
    </article>
  )
}

/** Where the focus goes when a proposal of the setting has been decided and its card is gone. */
export const cardId = (key: string) => `setting-${key}`

const short = (day: string) => formatDate(day as IsoDate, 'short')
const stateWords = { past: '過去', now: 'いま', coming: '予定' } as const

function Values({ setting, onWish }: SettingCardProps) {
  const { today } = useClock()
  const client = useQueryClient()
  const show = useToast()
  const isByTwo = setting.approval === 'two'
  const refresh = () => client.invalidateQueries({ queryKey: settingsQuery.queryKey })
  const remove = useMutation({
    mutationFn: (row: Dated) => removeSetting(setting.key, row.id, row.version),
    onSuccess: async (_, { from, value, source, note }) => {
      await refresh()
      const undo = async () => {
        await putSetting(setting.key, { id: null, version: null, from, value, source, note })
        await refresh()
      }
      show('値を取り消しました', { undo })
    },
  })
  return (
    <>
      <table className="mt-3 w-full text-sm">
        <caption className="sr-only">{setting.title}の値</caption>
        <thead>
          <tr className="border-b border-line text-left">
            <th className="py-1 pr-3">期間</th>
            <th className="py-1 pr-3">値</th>
            <th className="py-1 pr-3">根拠</th>
            <th className="py-1 pr-3">{isByTwo ? '提案・承認' : '入力'}</th>
            {setting.mayChange ? <th className="py-1">操作</th> : null}
          </tr>
        </thead>
        <tbody>
          {setting.dated.map((row) => (
            <tr key={row.id} className="border-b border-line align-top">
              <td className="py-1 pr-3 whitespace-nowrap">
                {short(row.from)}～{row.to ? short(row.to) : ''}
                <span className="ml-2 text-soft">{stateWords[stateOf(row, today())]}</span>
              </td>
              <td className="py-1 pr-3">
                <SettingValue setting={setting} value={row.value} />
              </td>
              <td className="py-1 pr-3">
                {row.source}
                {row.note ? <span className="block text-soft">{row.note}</span> : null}
              </td>
              <td className="py-1 pr-3">
                {row.enteredBy ?? '―'}
                {row.approvedBy ? <span className="block text-soft">承認 {row.approvedBy}</span> : null}
              </td>
              {setting.mayChange ? (
                <td className="py-1">
                  <span className="flex gap-1">
                    <Button size="small" look="quiet" onPress={() => onWish({ row, isRemoval: false })}>
                      {isByTwo ? '訂正を提案' : '直す'}
                    </Button>
                    <Button
                      size="small"
                      look="quiet"
                      onPress={() => (isByTwo ? onWish({ row, isRemoval: true }) : remove.mutate(row))}
                    >
                      {isByTwo ? '取り消しを提案' : '取り消す'}
                    </Button>
                  </span>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {remove.error ? <Failure error={remove.error} onRetry={() => void refresh()} /> : null}
    </>
  )
}
