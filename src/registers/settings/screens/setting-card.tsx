import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { useClock } from '../../../ui/clock/clock.ts'
import { Failure } from '../../../ui/empty/index.ts'
import { Status } from '../../../ui/status/index.ts'
import { useToast } from '../../../ui/toast/index.ts'
import type { Setting } from '../schema.ts'
import { putSetting, removeSetting, settingsQuery } from './api.ts'
import type { Dated } from './change-panel.tsx'
import { stateOf, valueWord } from './words.ts'

type SettingCardProps = { setting: Setting; onChange: (corrects: Dated | null) => void }

/** One setting: the value of today large, below it every dated value with its 根拠 and who entered it. */
export function SettingCard({ setting, onChange }: SettingCardProps) {
  const { title, help, today, initial, dated, mayChange, input } = setting
  const clock = useClock()
  const isInitial = dated.every(({ from }) => from > clock.today())
  return (
    <article className="rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-bold">{title}</h3>
        <p className="text-lg">
          {valueWord(setting, today)}
          {isInitial ? <span className="ml-2 text-sm text-soft">（初期値）</span> : null}
        </p>
      </div>
      <p className="mt-1 text-sm text-soft">{help}</p>
      {dated.length > 0 ? <Values setting={setting} onChange={onChange} /> : null}
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        <span>
          初期値: {valueWord(setting, initial.value)}（{initial.source}）
        </span>
        {initial.confidence === 'seen' || initial.confidence === 'decided' ? null : (
          <Status tone="caution">出典未確認</Status>
        )}
      </p>
      {mayChange && input.kind !== 'structure' ? (
        <p className="mt-3">
          <Button size="small" onPress={() => onChange(null)}>
            値を加える
          </Button>
        </p>
      ) : null}
    </article>
  )
}

const short = (day: string) => formatDate(day as IsoDate, 'short')
const stateWords = { past: '過去', now: 'いま', coming: '予定' } as const

function Values({ setting, onChange }: SettingCardProps) {
  const { today } = useClock()
  const client = useQueryClient()
  const show = useToast()
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
            <th className="py-1 pr-3">入力</th>
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
              <td className="py-1 pr-3">{valueWord(setting, row.value)}</td>
              <td className="py-1 pr-3">
                {row.source}
                {row.note ? <span className="block text-soft">{row.note}</span> : null}
              </td>
              <td className="py-1 pr-3">{row.enteredBy ?? '―'}</td>
              {setting.mayChange ? (
                <td className="py-1">
                  <span className="flex gap-1">
                    <Button size="small" look="quiet" onPress={() => onChange(row)}>
                      直す
                    </Button>
                    <Button size="small" look="quiet" onPress={() => remove.mutate(row)}>
                      取り消す
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
