import type { TableBuilder } from '../table.ts';

/** Every table that a template may set with {{table "<id>"}}. */
export const tables: Readonly<Record<string, TableBuilder>> = {};
