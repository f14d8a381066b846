export { findFigureSources } from './find.ts'
export {
  type FigureOffer,
  type FigurePeriod,
  type FigureReading,
  type FigureSource,
  hasWords,
  missingReading,
  periodWords,
} from './source.ts'
