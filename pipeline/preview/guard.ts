import type { IncomingMessage } from 'node:http';

/** What every answer carries: nothing is kept, guessed, framed, or given to pages from elsewhere. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

type Asked = Pick<IncomingMessage, 'headers' | 'method'>;

/**
 * Why a request is refused, or null. The server listens on the loopback address alone; a page from elsewhere could still reach
 * it through the reader's browser, under a name that leads here (DNS rebinding) or with a form. So only our own name is
 * answered, and only to our own page.
 */
export function refusal({ headers, method }: Asked, port: number): string | null {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!names.includes(headers.host ?? '')) return 'This is not its name.';
  const { origin } = headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return 'This page is from elsewhere.';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'This page is from elsewhere.';
  if (method !== 'GET' && method !== 'POST') return 'This is not done here.';
  // A form cannot send this header, and another page may not.
  if (method === 'POST' && headers['x-preview'] !== '1') return 'This is not our page.';
  return null;
}
