export {
  DIRECTION_LABELS,
  DIRECTIONS,
  type Direction,
  decimalText,
  divide,
  InexactQuotient,
  LARGEST,
  product,
  type Ratio,
  TooLarge,
} from './exact.ts'
