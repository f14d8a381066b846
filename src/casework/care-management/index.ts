import './words.ts'

export { type CareManagementKind, careManagementKind, KIND_LABELS } from './rules/kind.ts'
