export { findFigureSources } from './find.ts'
export {
  type FigureOffer,
  type FigurePeriod,
  type FigureReading,
  type FigureSource,
  missingReading,
  periodWords,
} from './source.ts'
