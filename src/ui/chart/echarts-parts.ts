import { BarChart, BoxplotChart, CustomChart, LineChart, RadarChart, ScatterChart } from 'echarts/charts'
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  RadarComponent,
  TitleComponent,
} from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, BarChart, ScatterChart, BoxplotChart, RadarChart, CustomChart])
use([GridComponent, LegendComponent, TitleComponent, RadarComponent, MarkLineComponent])
use([LabelLayout, SVGRenderer])

/** ECharts with what our pictures need of it; imported lazily by both sides. */
export { init }
