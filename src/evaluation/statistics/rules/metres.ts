export interface Point {
  /** degrees, WGS 84 */
  latitude: number
  longitude: number
}

/** Mean radius of the earth (IUGG), metres. */
const RADIUS = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Straight distance on the sphere, metres (haversine): within 0.6 % of that on the ellipsoid. */
export function metresBetween(a: Point, b: Point): number {
  const [north, south] = [radians(a.latitude), radians(b.latitude)]
  const half =
    Math.sin((south - north) / 2) ** 2 +
    Math.cos(north) * Math.cos(south) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}
