export type { BoundaryArea, BoundaryFile, BoundaryResult } from './layout.ts'
export { readBoundaries } from './read.ts'
export { type ArcTopology, type PolygonArcs, ringPoints } from './topology.ts'
