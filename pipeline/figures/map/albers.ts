export type Point = [x: number, y: number];
export type Projection = (lonLat: readonly number[]) => Point;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Albers' equal-area conic projection with the parallels and the meridian of China's own maps: 25° and 47° north, 105° east.
 * Degrees in; out come units of the sphere's radius, y downwards. Equal area: a province weighs on the page what it
 * weighs on the ground. Source: Snyder, Map Projections: A Working Manual (USGS PP 1395), formulas 14-1 to 14-6.
 */
export const albers: Projection = ([lon = 0, lat = 0]) => {
  const theta = N * radians(lon - 105);
  const rho = Math.sqrt(C - 2 * N * Math.sin(radians(lat))) / N;
  return [rho * Math.sin(theta), rho * Math.cos(theta) - RHO0];
};

const [S1, S2] = [Math.sin(radians(25)), Math.sin(radians(47))];
const N = (S1 + S2) / 2;
const C = Math.cos(radians(25)) ** 2 + 2 * N * S1;
const RHO0 = Math.sqrt(C - 2 * N * Math.sin(radians(36))) / N;

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The projection scaled and moved so that the points given fill the box, centred, without distortion. */
export function fitted(projection: Projection, points: Iterable<readonly number[]>, box: Box): Projection {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    const [x, y] = projection(point);
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
  }
  const k = Math.min(box.width / (x1 - x0), box.height / (y1 - y0));
  const dx = box.x + (box.width - k * (x1 - x0)) / 2 - k * x0;
  const dy = box.y + (box.height - k * (y1 - y0)) / 2 - k * y0;
  return (lonLat) => {
    const [x, y] = projection(lonLat);
    return [k * x + dx, k * y + dy];
  };
}
