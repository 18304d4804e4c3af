import type { Data } from '../types.ts';

/** English names of scopes, provinces and cities by id or code; an unknown id stands for itself. */
export function placeNames({ scopes, provinces, cities }: Pick<Data, 'scopes' | 'provinces' | 'cities'>) {
  const names = new Map([
    ...provinces.map(({ code, short }) => [code, short.en] as const),
    ...cities.map(({ code, short }) => [code, short.en] as const),
    ...scopes.map(({ id, name }) => [id, name.en] as const),
  ]);
  return (id: string): string => names.get(id) ?? id;
}
