import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { nearest } from '../../errors.ts';
import { JsonFault, type JsonText, lineOf, readJson } from '../../json-text.ts';
import type { Finding } from '../../types.ts';
import type { Plate } from '../figure.ts';
import { kinds } from './index.ts';
import { Frame } from './kind.ts';
import { unfillable } from './years-in-text.ts';

/** A figure of an edition's own: its plate, where it is written, and whether it may be left out. */
export type OwnFigure = Readonly<{ plate: Plate; file: string; optional: boolean }>;
type OwnFigures = Readonly<{ figures: readonly OwnFigure[]; findings: readonly Finding[] }>;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Reads templates/<edition>/figures/*.json, each a figure made from a kind, in order of their names. What cannot be read is a
 * finding that names the place in the file and what is allowed there; the others are read all the same.
 */
export function readFigures(templatesDir: string, folder: string, standard: ReadonlySet<string>): OwnFigures {
  const dir = path.join(templatesDir, folder, 'figures');
  if (!existsSync(dir)) return { figures: [], findings: [] };
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const figures: OwnFigure[] = [];
  const findings: Finding[] = [];
  for (const name of files) {
    const file = path.join(folder, 'figures', name);
    const text = readFileSync(path.join(dir, name), 'utf8');
    const read = readFigure(name.replace(/\.json$/, ''), file, text, standard);
    if (Array.isArray(read)) findings.push(...read);
    else figures.push(read);
  }
  return { figures, findings };
}

/** One file's figure, or all that is wrong with it. */
export function readFigure(
  id: string,
  file: string,
  text: string,
  standard: ReadonlySet<string> = new Set(),
): OwnFigure | Finding[] {
  const fault = (message: string, remedy: string, row: number | null = 1): Finding => ({
    ...{ severity: 'error', rule: 'figure-file', file, row, message, remedy },
  });
  if (!ID.test(id)) return [fault(`${id} is no name for a figure.`, 'Use lower case, digits and hyphens.')];
  if (standard.has(id)) {
    return [fault(`There is a standard figure ${id} already.`, 'Give this one another name.')];
  }
  let read: JsonText;
  try {
    read = readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [fault(`This is no JSON: ${error.message}`, 'Mend the comma, quote or bracket.', error.line)];
  }
  const json = read.value;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return [fault('A figure is one object.', 'Write { "kind": …, "title": { "en": …, "zh": … }, … }.')];
  }
  const { kind: name, title, note, optional, ...params } = json as Record<string, unknown>;
  const kind = kinds.find((one) => one.name === name);
  const names = kinds.map((one) => one.name);
  const frame = Frame.safeParse({ kind: name, title, note, optional });
  const doubled = read.doubled.map(({ path: at, line }) => fault(`${at} stands twice.`, 'Keep one of them.', line));
  const faults = [
    ...doubled,
    ...(kind
      ? []
      : [
          fault(
            `kind: there is no kind ${JSON.stringify(name)}.`,
            `Nearest: ${nearest(String(name), names, 1).join()}. All: ${names.join(', ')}.`,
            lineOf(read, ['kind']),
          ),
        ]),
    ...(frame.success ? [] : issues(frame.error).filter(({ at }) => at[0] !== 'kind')).map(({ at, message }) =>
      fault(`${at.join('.')}: ${message}`, 'Every figure has a title in both languages.', lineOf(read, at)),
    ),
  ];
  for (const { at, text: braces } of unfillable(params)) {
    faults.push(
      fault(
        `${at.join('.')}: ${braces} cannot be filled in a drawing.`,
        'There {{year}}, {{previousYear}} and {{baselineYear}} can; the title and the note take everything.',
        lineOf(read, at),
      ),
    );
  }
  if (!kind) return faults;
  const plate = frame.success ? kind.plate(id, frame.data, params) : kind.plate(id, EMPTY, params);
  if ('issues' in plate) {
    const wrong = issues(plate).map(({ at, message }) =>
      fault(
        `${at.length > 0 ? `${at.join('.')}: ` : ''}${message}`,
        `The parameters of ${kind.name}: ${kind.fields.join(', ')}.`,
        lineOf(read, at),
      ),
    );
    return [...faults, ...wrong];
  }
  return frame.success && faults.length === 0 ? { plate, file, optional: frame.data.optional } : faults;
}

const EMPTY: Frame = { kind: '', title: { en: '-', zh: '-' }, optional: false };

type Issue = Readonly<{ at: readonly string[]; message: string }>;

/** What is wrong, each with its path; a word too many stands at its own place. */
function issues(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const at = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ at, message: issue.message }];
    return issue.keys.map((key) => ({ at: [...at, key], message: 'there is no such parameter.' }));
  });
}
