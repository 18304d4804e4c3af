import type { LineString, MultiPolygon, Point, Topology } from 'topojson-specification';

export type Unit = MultiPolygon<{ code: string }> & { properties: { code: string } };
type SeaFeature = (LineString | Point) & { properties: SeaProperties };
type SeaProperties = { kind: 'dash' | 'island' | 'window'; code: string };

/** data/geo/china.topo.json: arcs in degrees, borders shared; made by `npm run geo`. */
export type Geo = Omit<Topology, 'objects'> &
  Readonly<{
    objects: Readonly<{
      prefectures: Collection<Unit>;
      provinces: Collection<Unit>;
      'south-china-sea': Collection<SeaFeature>;
    }>;
  }>;
type Collection<T> = Readonly<{ type: 'GeometryCollection'; geometries: readonly T[] }>;

/** Arcs in degrees, one array of [lon, lat] each: TopoJSON stores them as steps on a grid. */
export function arcsOf(geo: Geo): readonly (readonly number[])[][] {
  const known = ARCS.get(geo) ?? decoded(geo);
  ARCS.set(geo, known);
  return known;
}

const ARCS = new WeakMap<Geo, readonly (readonly number[])[][]>();

function decoded(geo: Geo): number[][][] {
  const { scale, translate } = geo.transform ?? { scale: [1, 1], translate: [0, 0] };
  const stepped = geo.transform !== undefined;
  return geo.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      [x, y] = stepped ? [x + dx, y + dy] : [dx, dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** What is made of a geometry at one width, for all the maps of that width: colours come and go, the ground stays. */
export function perWidth<T>(make: (geo: Geo, width: number) => T): (geo: Geo, width: number) => T {
  const known = new WeakMap<Geo, Map<number, T>>();
  return (geo, width) => {
    const widths = known.get(geo) ?? new Map<number, T>();
    known.set(geo, widths);
    const made = widths.get(width) ?? make(geo, width);
    widths.set(width, made);
    return made;
  };
}

/** A point of the topology in degrees. */
export function lonLatOf(geo: Geo, point: Point): number[] {
  const [x = 0, y = 0] = point.coordinates;
  const { scale, translate } = geo.transform ?? { scale: [1, 1], translate: [0, 0] };
  return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
}
