import { useMemo } from 'react'
import { type ChartData, ChartWithTable } from '../../../ui/chart/index.ts'
import type { Report } from './api.ts'
import { SectionTable } from './section-table.tsx'

type DayChartProps = Pick<Report, 'sections' | 'comparisons'> & { version: number | null }

/** 日ごとの総合相談 as a picture with its table, and each day open to its records. */
export function DayChart({ sections, comparisons, version }: DayChartProps) {
  const days = sections.find(({ id }) => id === 'day')
  const data = useMemo(
    (): ChartData => ({
      kind: 'bar',
      axis: '日',
      unit: '件',
      categories: (days?.rows ?? []).map(({ label }) => ({ label })),
      series: [
        {
          id: 'contacts',
          name: '延べ件数（現在値）',
          points: (days?.rows ?? []).map(({ cells }) => cells[0]?.value ?? { missing: '—' }),
        },
      ],
    }),
    [days],
  )
  if (!days) return null
  return (
    <div className="flex flex-col gap-6">
      <ChartWithTable title={days.title} data={data} notes={['業務記録から数えた延べ件数です。']} />
      <SectionTable section={days} comparisons={comparisons} version={version} />
    </div>
  )
}
