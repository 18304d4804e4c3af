import { describe, expect, test } from 'vitest';
import { refusal } from '../../pipeline/preview/guard.ts';

const PORT = 4620;
const asked = (headers: Record<string, string>, method = 'GET') =>
  refusal({ method, headers: { host: '127.0.0.1:4620', ...headers } }, PORT);

describe('the preview answers', () => {
  test.each([
    ['by its address', {}],
    ['by the name a computer has for itself', { host: 'localhost:4620' }],
    ['its own page', { origin: 'http://127.0.0.1:4620', 'sec-fetch-site': 'same-origin' }],
    ['an address that was typed', { 'sec-fetch-site': 'none' }],
  ])('%s', (_, headers) => expect(asked(headers)).toBeNull());

  test('a wish of its own page', () => expect(asked({ 'x-preview': '1' }, 'POST')).toBeNull());
});

describe('the preview refuses', () => {
  test.each([
    ['another name that leads here', { host: 'example.org:4620' }, 'This is not its name.'],
    ['another port', { host: '127.0.0.1:80' }, 'This is not its name.'],
    ['no name', { host: '' }, 'This is not its name.'],
    ['a page from elsewhere', { origin: 'https://example.org' }, 'This page is from elsewhere.'],
    ['a page of another port', { origin: 'http://127.0.0.1:3000' }, 'This page is from elsewhere.'],
    ['a request across sites', { 'sec-fetch-site': 'cross-site' }, 'This page is from elsewhere.'],
  ])('%s', (_, headers, why) => expect(asked(headers)).toBe(why));

  test('a form of another page, and methods it has not', () => {
    expect(asked({}, 'POST')).toBe('This is not our page.');
    expect(asked({}, 'PUT')).toBe('This is not done here.');
  });
});
