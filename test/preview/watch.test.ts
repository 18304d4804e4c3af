import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchFolders } from '../../pipeline/preview/watch.ts';
import { folder } from '../build.ts';

/** Watches a folder with these files; what was told, by name. */
function watched(files: Readonly<Record<string, string>>) {
  const dir = folder(files);
  const told: string[][] = [];
  const watching = watchFolders([dir], (saved) => told.push(saved.map((each) => each.path).sort()), 200);
  onTestFinished(watching.close);
  return { told, at: (name: string) => path.join(dir, name) };
}

const quiet = () => after(450);

test('a saved, a new and a deleted file are told, and saving without a change is not', async () => {
  const { told, at } = watched({ 'a/one.hbs': '1', 'two.json': '2' });
  writeFileSync(at('a/one.hbs'), '1 and more');
  await vi.waitFor(() => expect(told).toEqual([['a/one.hbs']]));
  mkdirSync(at('b'));
  writeFileSync(at('b/three.hbs'), '3');
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['b/three.hbs']));
  rmSync(at('two.json'));
  await vi.waitFor(() => expect(told.at(-1)).toEqual(['two.json']));
  const before = told.length;
  writeFileSync(at('b/three.hbs'), '3');
  utimesSync(at('b/three.hbs'), new Date(), new Date(Date.now() + 5000));
  await quiet();
  expect(told.length).toBe(before);
});

test('a file written beside and put in place, as editors save, is told by its name', async () => {
  const { told, at } = watched({ 'one.hbs': '1' });
  writeFileSync(at('one.hbs.new'), 'other');
  renameSync(at('one.hbs.new'), at('one.hbs'));
  await vi.waitFor(() => expect(told.flat()).toContain('one.hbs'));
});
