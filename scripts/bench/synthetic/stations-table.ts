import { stringify } from 'csv-stringify/sync';
import type { Network } from './network.ts';

const COLUMNS = [
  ...['code', 'name', 'city', 'unit', 'lon', 'lat', 'control', 'control_until'],
  ...['opened', 'closed', 'valid_from', 'valid_to', 'first_list', 'last_list'],
];

/** The network as stations.csv of a data folder. Nothing in it depends on a date, so that every reader takes it alike. */
export function stationsTable({ cities, sites }: Network): string {
  const rows = sites.map(({ code, name, city, control, lon, lat }) => {
    const place = cities[city];
    const unit = place?.name ?? `${name}县`;
    const where = [place?.code ?? '', unit, lon.toFixed(4), lat.toFixed(4)];
    return [code, name, ...where, control, '', '', '', '', '', '2019', '2019'];
  });
  return stringify([COLUMNS, ...rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))]);
}
