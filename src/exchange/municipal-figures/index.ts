export { type FigureLayout, type FigureUnit, layoutOf, layouts, type Measure, measures } from './layouts.ts'
export { MUNICIPALITY, type MunicipalFigure, readMunicipalFigures, yearDoubt, yearOfName } from './read.ts'
