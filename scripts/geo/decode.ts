/**
 * Reads the encoded GeoJSON of ECharts: each ring is a string of character pairs, zigzag-coded steps of 1/1024 degree
 * from a starting point. Source: echarts 4.9.0, src/coord/geo/parseGeoJson.js (the format, not the code).
 */
export type Position = [number, number];
export type Ring = Position[];

type EncodedGeometry =
  | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Position[] }
  | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Position[][] };

export type EncodedFeature = {
  id: string;
  properties: { name: string };
  geometry: EncodedGeometry;
};

const STEPS_PER_DEGREE = 1024;

/** All rings of a feature in degrees [lon, lat], closed, in the order of the source and without regard to nesting. */
export function ringsOf(feature: EncodedFeature): Ring[] {
  const { geometry } = feature;
  return geometry.type === 'Polygon'
    ? geometry.coordinates.map((text, i) => decodeRing(text, offset(geometry.encodeOffsets[i])))
    : geometry.coordinates.flatMap((polygon, i) =>
        polygon.map((text, k) => decodeRing(text, offset(geometry.encodeOffsets[i]?.[k]))),
      );
}

function offset(pair: Position | undefined): Position {
  if (pair === undefined) throw new Error('map source: a ring has no encodeOffset');
  return pair;
}

function decodeRing(text: string, [startX, startY]: Position): Ring {
  const ring: Ring = [];
  let x = startX;
  let y = startY;
  for (let i = 0; i + 1 < text.length; i += 2) {
    x += unzigzag(text.charCodeAt(i) - 64);
    y += unzigzag(text.charCodeAt(i + 1) - 64);
    ring.push([x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]);
  }
  // Half the rings of the source leave out the closing point, which TopoJSON takes for granted.
  const first = ring[0];
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}

const unzigzag = (n: number): number => (n >> 1) ^ -(n & 1);
