import { ClockProvider, type ScreenClock } from '../clock/clock.ts'
import { PageHead } from '../shell/page.tsx'
import { ChartGallery } from './charts.tsx'
import { FormGallery } from './forms.tsx'
import { GridGallery } from './grids.tsx'
import { ListGallery } from './lists.tsx'
import { MapGallery } from './maps.tsx'
import { MergeGallery } from './merges.tsx'
import { MessageGallery } from './messages.tsx'
import { PlaceChartGallery } from './place-charts.tsx'

/** The gallery stands still, so that its pictures can be compared. */
const fixed: ScreenClock = { nowMs: () => Date.parse('2026-11-22T10:23:00+09:00'), today: () => '2026-11-22' }

/** Every part in its states, for whoever builds screens and for axe. All names in it are invented. */
export default function Gallery() {
  return (
    <ClockProvider value={fixed}>
      <PageHead title="画面の部品" lead="画面をつくる人のための見本です。業務の記録はありません。" />
      <div className="flex flex-col gap-10">
        <MessageGallery />
        <FormGallery />
        <ListGallery />
        <GridGallery />
        <MergeGallery />
        <ChartGallery />
        <MapGallery />
        <PlaceChartGallery />
      </div>
    </ClockProvider>
  )
}
