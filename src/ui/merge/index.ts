export { backToForm, beginEditing, conflicted, type Editing, resolved } from './editing.ts'
export { type MergeFieldOf, MergeFields, type MergeFieldsProps } from './merge-fields.tsx'
export { type Choice, type Choices, differencesOf, mergeThreeWay, type Sides } from './merge-three-way.ts'
