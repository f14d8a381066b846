export {
  DIRECTION_LABELS,
  DIRECTIONS,
  type Direction,
  decimalText,
  divide,
  InexactQuotient,
  product,
  type Ratio,
} from './exact.ts'
