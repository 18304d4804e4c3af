export type Place = Readonly<{ lon: number; lat: number }>;

/** Mean radius of the Earth in km. */
const RADIUS = 6371;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance of two places given in degrees, in km (haversine formula: exact also for places close together). */
export function greatCircle(a: Place, b: Place): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon);
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
