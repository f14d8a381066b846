import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ChartWithTable } from '../../../ui/chart/index.ts'
import { Failure, Loading } from '../../../ui/empty/index.ts'
import { radarPicture } from '../pictures/pictures.ts'
import { compareQuery, similarQuery } from './api.ts'
import { type Listed, useChosenSet } from './chosen-set.ts'
import { SetPicker } from './set-picker.tsx'

/** Lines of more than these cannot be told apart. */
const others = 2

/** レーダー: several indicators as ratios to the nation; ours and the most similar insurers. */
export function RadarTab({ items, place }: { items: readonly Listed[]; place: string }) {
  const [chosen, setChosen] = useChosenSet(items)
  const similar = useQuery(similarQuery(chosen[0]?.id ?? 'certification-rate', place))
  const codes = [place, ...(similar.data?.items ?? []).slice(0, others).map(({ code }) => code)]
  const answer = useQuery({
    ...compareQuery({
      indicators: chosen.map(({ id }) => id),
      level: 'insurer',
      series: 'japan',
      places: codes,
      include: ['values'],
    }),
    enabled: chosen.length > 0 && !similar.isLoading,
  })
  const key = codes.join()
  const data = useMemo(
    () =>
      radarPicture(
        (answer.data?.items ?? []).map(({ definition, nation, values }) => ({
          definition,
          nation,
          values: values ?? [],
        })),
        key.split(','),
        { own: place, peers: new Set() },
      ),
    [answer.data, key, place],
  )
  const neither = chosen.filter(({ better }) => better === 'neither').length
  return (
    <div className="flex flex-col gap-4">
      <SetPicker items={items} chosen={chosen} onChange={setChosen} />
      {answer.error ? <Failure error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.data ? (
        <ChartWithTable
          title="いくつかの指標を全国と比べる"
          data={data}
          notes={[
            ...new Set(answer.data.items.flatMap(({ attribution }) => attribution)),
            `全国を100とした比です。低いほうがよい指標だけ、比を逆にして外側をよい側にしています。${neither > 0 ? `${neither}の指標には良し悪しがなく、外側は「多い」ことだけを表します。` : ''}`,
            '相手は、規模と年齢構成が最も似た2つの保険者です。',
          ]}
        />
      ) : (
        <Loading />
      )}
    </div>
  )
}
