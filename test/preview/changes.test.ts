import { describe, expect, test } from 'vitest';
import { type Change, planOf, workOf } from '../../pipeline/preview/changes.ts';

const templates = (path: string): Change => ({ root: 'templates', path });
const data = (path: string): Change => ({ root: 'data', path });

describe('a saved file asks, while the annual edition is shown in English, for', () => {
  test.each([
    ['annual/chapters/01-nation/en.hbs', ['narrate']],
    // Whether the two languages agree is told.
    ['annual/chapters/01-nation/zh.hbs', ['narrate']],
    ['annual/partials/cover.hbs', ['narrate']],
    ['partials/contents.hbs', ['narrate']],
    ['strings/en.json', ['narrate']],
    ['strings/zh.json', []],
    ['annual/strings/en.json', ['narrate']],
    ['styles/print.css', ['styles']],
    ['annual/styles/print.css', ['styles']],
    ['styles/screen.css', []],
    ['styles/tokens.css', ['figures', 'styles']],
    ['annual/styles/tokens.css', ['figures', 'styles']],
    ['annual/figures/winter.json', ['figures']],
    ['annual/tables/winter.json', ['chapters']],
    ['annual/chapters/01-nation/approved.json', ['chapters']],
    ['glossary.json', ['chapters']],
    ['annual/edition.json', ['edition']],
    ['other/chapters/01-nation/en.hbs', []],
    ['README.md', []],
    ['annual/chapters/01-nation/.en.hbs.swp', []],
    ['annual/chapters/01-nation/en.hbs~', []],
    ['annual/.git/x.json', []],
  ])('templates/%s: %j', (path, work) => {
    expect(workOf(templates(path), 'annual', 'en')).toEqual(work);
  });

  test.each([
    ['air/published.csv', ['data']],
    ['datapackage.json', ['data']],
    ['geo/china.topo.json', ['figures']],
    ['README.md', []],
    ['air/archive-findings.csv', []],
  ])('data/%s: %j', (path, work) => {
    expect(workOf(data(path), 'annual', 'en')).toEqual(work);
  });
});

test('what several files ask for is done once', () => {
  const changes = [templates('styles/tokens.css'), templates('annual/figures/a.json'), templates('strings/en.json')];
  expect([...planOf(changes, 'annual', 'en')].sort()).toEqual(['figures', 'narrate', 'styles']);
});
