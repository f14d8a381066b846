import { stateTaskKinds, stateTaskSource } from '../../platform/tasks/index.ts'

stateTaskKinds({ 'area-move.receipt': '担当替えの受領' })
stateTaskSource('area-move', () => '/people')
