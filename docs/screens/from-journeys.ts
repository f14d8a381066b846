// Takes the pictures of the month from the journeys: node e2e/run.ts --shots FOLDER, then node docs/screens/from-journeys.ts FOLDER
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'

/** Picture of the guides ← picture of a journey. */
const pictures = {
  'checklist-entry': 'checklist-keys',
  'checklist-bulk': 'checklist-bulk',
  registration: 'registration-criteria-met',
  'care-management': 'care-management-open',
  entrustments: 'entrustments-inbox',
  'monthly-report': 'report-draft',
  'monthly-report-late': 'report-beside',
  areas: 'areas-chart',
  settings: 'settings',
  'access-log': 'access-log',
  'workbook-cell': 'workbook-bind',
  'workbook-preview': 'workbook-preview',
  'workbook-carry': 'workbook-carry',
  'indicator-catalogue': 'indicator-catalogue',
  'indicator-figure': 'indicator-figure',
  'indicator-spread': 'indicator-spread',
  'indicator-neighbours': 'indicator-neighbours',
  'indicator-map': 'indicator-map',
  'indicator-counts': 'indicator-counts',
  'indicator-scatter': 'indicator-scatter',
  'indicator-towns': 'indicator-towns',
  'law-values': 'law-values',
  'trial-form': 'trial-form',
  'trial-two-days': 'trial-two-days',
} as const

const folder = process.argv[2]
if (!folder) throw new Error('say the folder of the journeys’ pictures')
for (const [name, shot] of Object.entries(pictures)) {
  copyFileSync(join(folder, `${shot}.png`), join(import.meta.dirname, `${name}.png`))
}
