import type { ImportKind } from '../../platform/import/index.ts'
import { boundaries } from './boundaries-kind.ts'
import { municipalityCodes } from './codes-kind.ts'
import { insurerMembers } from './members-kind.ts'

export const imports: ImportKind[] = [municipalityCodes, boundaries, insurerMembers]
