import type { ImportKind } from '../../platform/import/index.ts'
import { municipalityCodes } from './codes-kind.ts'
import { insurerMembers } from './members-kind.ts'

export const imports: ImportKind[] = [municipalityCodes, insurerMembers]
