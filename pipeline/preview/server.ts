import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { ChinaAirError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { readStrings } from '../narrate/strings.ts';
import type { Options } from '../options.ts';
import { FONTS } from '../print/font-faces.ts';
import { LANGUAGES } from '../types.ts';
import { factAnswer } from './fact-answer.ts';
import { HEADERS, refusal } from './guard.ts';
import { previewPage } from './page.ts';
import { FONT_PATH, type Session } from './session.ts';

const LOOPBACK = '127.0.0.1';
/** Ports tried after the one asked for. */
const MORE_PORTS = 20;

function send(response: ServerResponse, status: number, type: string, body: string, more: object = {}): void {
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

/** News as they come: the state at once, then each new one, and what goes on meanwhile. */
function sendNews({ request, response, session }: Asked): void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  const tell = (event: string) => (data: object) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const [state, busy] = [tell('state'), tell('busy')];
  state(session.state);
  session.on('state', state).on('busy', busy);
  request.on('close', () => session.off('state', state).off('busy', busy));
}

function sendFact({ response, session, options, query }: Asked): void {
  const { facts, data, language } = session.bench;
  const strings = readStrings(options.templatesDir, language, options.edition);
  const answer = facts && data && factAnswer(query.get('id') ?? '', { facts, data, strings, language });
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
  [/^GET \/content\/([\w-]+)$/, sendContent],
  [new RegExp(`^GET ${FONT_PATH}([\\w-]+/files/[\\w-]+\\.woff2)$`), sendFont],
  [/^POST \/show\/(\w+)$/, showLanguage],
];

function answer(request: IncomingMessage, response: ServerResponse, session: Session, options: Options): void {
  const { pathname, searchParams: query } = new URL(request.url ?? '/', `http://${LOOPBACK}`);
  for (const [pattern, give] of ROUTES) {
    const found = pattern.exec(`${request.method} ${pathname}`);
    if (found) {
      give({ request, response, session, options, query }, found[1] ?? '');
      return;
    }
  }
  notThere(response);
}

/** Listens on a port of the loopback address; gives null when it is taken. */
function listen(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error));
    server.once('error', failed);
    server.listen(port, LOOPBACK, () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/**
 * Serves a session to this machine alone. `port` 0 takes any that is free; one in use, the next that is free, which is said.
 * Errors: no-port (exit 3).
 */
export async function serve(
  session: Session,
  options: Options,
  port: number,
  log: Logger,
): Promise<Readonly<{ url: string; port: number; close: () => Promise<void> }>> {
  let own = 0;
  const server = createServer((request, response) => {
    try {
      const refused = refusal(request, own);
      if (refused) send(response, 403, 'text/plain', refused);
      else answer(request, response, session, options);
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.message : String(error) }, 'a request failed');
      if (!response.headersSent) send(response, 500, 'text/plain', 'This did not work; see the terminal.');
    }
  });
  for (let tried = port; tried <= port + MORE_PORTS && own === 0; tried++) {
    own = (await listen(server, tried)) ?? 0;
    if (own === 0) log.warn(`port ${tried} is in use: trying ${tried + 1}`);
  }
  if (own === 0) {
    throw new ChinaAirError({
      code: 'no-port',
      exit: 3,
      message: `The ports ${port} to ${port + MORE_PORTS} are in use.`,
      remedy: 'Name another with --port, or --port 0 for any that is free.',
    });
  }
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${LOOPBACK}:${own}/`, port: own, close };
}
