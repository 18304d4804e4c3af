import type { EncodedFeature } from './decode.ts';

/** A row of data/geo/units.csv: a unit whose code differs from the source, or which has no city or no shape. */
export type UnitRow = {
  source_id: string;
  code: string;
  name_en: string;
  name_zh: string;
  kind: 'recoded' | 'no-city' | 'no-shape';
  reason: string;
};

/**
 * The code of each unit of the source: that of units.csv, or its own when it is a city.
 * Errors: a unit that is neither; a city that has no unit and is not listed as `no-shape`; names that disagree.
 */
export function joinedCodes(
  features: readonly EncodedFeature[],
  cities: readonly Record<string, string>[],
  units: readonly UnitRow[],
): Map<string, string> {
  const listed = new Map(units.map((unit) => [unit.source_id, unit]));
  const names = new Map(cities.map((city) => [city.code ?? '', city.name_zh ?? '']));
  const problems: string[] = [];
  const codes = new Map<string, string>();
  for (const { id, properties } of features) {
    const unit = listed.get(id);
    const code = unit?.code ?? id;
    const name = unit?.kind === 'no-city' ? unit.name_zh : names.get(code);
    if (name === undefined) problems.push(`${id} ${properties.name}: neither in cities.csv nor in units.csv`);
    else if (!name.startsWith(properties.name)) problems.push(`${id} ${properties.name}: joined to ${code} ${name}`);
    codes.set(id, code);
  }
  const drawn = new Set(codes.values());
  const shapeless = new Set(units.filter((unit) => unit.kind === 'no-shape').map((unit) => unit.code));
  for (const [code, name] of names) {
    if (!drawn.has(code) && !shapeless.has(code)) problems.push(`${code} ${name}: in cities.csv, without a shape`);
  }
  if (problems.length > 0) throw new Error(`geo: ${problems.length} not joined\n  ${problems.join('\n  ')}`);
  return codes;
}
