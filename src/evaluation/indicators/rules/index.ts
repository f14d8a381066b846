export { cellKey, keysOf, type OneTree, type Tree } from './count-table.ts'
export { type CountTable, type Hidden, isSmall, suppress } from './suppress.ts'
