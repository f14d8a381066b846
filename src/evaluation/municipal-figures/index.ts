export {
  type Measure as MunicipalMeasure,
  measures as municipalMeasures,
} from '../../exchange/municipal-figures/index.ts'
