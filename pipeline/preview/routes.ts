import { createReadStream, existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { readStrings } from '../narrate/strings.ts';
import type { Options } from '../options.ts';
import { FONTS } from '../print/font-faces.ts';
import { LANGUAGES } from '../types.ts';
import { claimAnswer } from './claim-answer.ts';
import { factAnswer } from './fact-answer.ts';
import { HEADERS } from './guard.ts';
import { previewPage } from './page.ts';
import type { Session } from './session.ts';
import { FONT_PATH } from './shown.ts';

export function send(response: ServerResponse, status: number, type: string, body: string, more: object = {}): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8`, ...more }).end(body);
}
const sendJson = (response: ServerResponse, body: unknown) =>
  send(response, 200, 'application/json', JSON.stringify(body));
const notThere = (response: ServerResponse) => send(response, 404, 'text/plain', 'There is no such thing.');

type Asked = Readonly<{
  request: IncomingMessage;
  response: ServerResponse;
  session: Session;
  options: Options;
  query: URLSearchParams;
}>;

function sendPage({ response, session }: Asked): void {
  const { html, policy } = previewPage(session.bench.language);
  send(response, 200, 'text/html', html, { 'Content-Security-Policy': policy });
}

/** News as they come: the state and what goes on at once, then each new one. */
function sendNews({ request, response, session }: Asked): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  const tell = (event: string) => (data: object) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const [state, busy] = [tell('state'), tell('busy')];
  state(session.state);
  busy(session.busy);
  session.on('state', state).on('busy', busy);
  request.on('close', () => session.off('state', state).off('busy', busy));
}

function sendFact({ response, session, options, query }: Asked): void {
  const { facts, ingested, language } = session.bench;
  const strings = readStrings(options.templatesDir, language, options.edition);
  const answer =
    facts && ingested && factAnswer(query.get('id') ?? '', { data: ingested.data, facts, strings, language });
  if (answer) sendJson(response, answer);
  else notThere(response);
}

function sendClaim({ response, session, query }: Asked): void {
  const answer = claimAnswer(query.get('n') ?? '', session.bench.narrated.claims);
  if (answer) sendJson(response, answer);
  else notThere(response);
}

function sendContent({ response, session }: Asked, hash: string): void {
  const content = session.content(hash);
  if (content === undefined) notThere(response);
  else send(response, 200, 'text/plain', content);
}

/** The pattern admits a file of a font package and nothing else: no way up. */
function sendFont({ response }: Asked, name: string): void {
  const file = path.join(FONTS, name);
  if (!existsSync(file)) {
    notThere(response);
    return;
  }
  // The only thing that never changes while the preview runs.
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'font/woff2', 'Cache-Control': 'private, max-age=86400' });
  createReadStream(file).pipe(response);
}

function showLanguage({ response, session }: Asked, name: string): void {
  const language = LANGUAGES.find((each) => each === name);
  if (language) void session.show(language);
  sendJson(response, {});
}

/** What is answered: method and path, and by what; the group of the pattern is handed on. */
const ROUTES: readonly (readonly [RegExp, (asked: Asked, name: string) => void])[] = [
  [/^GET \/$/, sendPage],
  [/^GET \/news$/, sendNews],
  [/^GET \/state$/, ({ response, session }) => sendJson(response, session.state)],
  [/^GET \/fact$/, sendFact],
  [/^GET \/claim$/, sendClaim],
  [/^GET \/content\/([\w-]+)$/, sendContent],
  [new RegExp(`^GET ${FONT_PATH}([\\w-]+/files/[\\w-]+\\.woff2)$`), sendFont],
  [/^POST \/show\/(\w+)$/, showLanguage],
];

/** Answers a request that is not refused. */
export function answer(request: IncomingMessage, response: ServerResponse, session: Session, options: Options): void {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  for (const [pattern, give] of ROUTES) {
    const found = pattern.exec(`${request.method} ${pathname}`);
    if (found) {
      give({ request, response, session, options, query }, found[1] ?? '');
      return;
    }
  }
  notThere(response);
}
