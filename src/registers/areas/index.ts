export { type AreaTown, areaOf, type CentreArea, centreOf, type Place, placeOf } from './rules/area-of.ts'
export { listAreas, listTowns, placeOfTown } from './service.ts'
