import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ChinaAirError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { Options } from '../options.ts';
import { refusal } from './guard.ts';
import { answer, send } from './routes.ts';
import type { Session } from './session.ts';

const LOOPBACK = '127.0.0.1';
/** Ports tried after the one asked for. */
const MORE_PORTS = 20;

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
 * Serves a session to the same computer alone. `port` 0 takes any that is free; one in use, the next that is free, which is said.
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
