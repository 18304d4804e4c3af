import { readFileSync } from 'node:fs';
import { folder } from '../build.ts';

const TABLES = [
  'datapackage.json',
  'provinces.csv',
  'cities.csv',
  'scopes.csv',
  'sources.csv',
  'policies/policies.csv',
];

/** A data folder with the shipped register and the tables it refers to. */
export const registerFolder = (): string =>
  folder(Object.fromEntries(TABLES.map((name) => [name, readFileSync(`data/${name}`, 'utf8')])));
