import type { Logger } from '../log.ts';
import type { Options } from '../options.ts';
import type { PreviewState } from './messages.ts';
import { serve } from './server.ts';
import { Session } from './session.ts';
import { watchFolders } from './watch.ts';

export type Preview = Readonly<{
  url: string;
  port: number;
  /** What is shown now; `counts` says how often each stage ran. */
  state: () => PreviewState;
  /** Settles when the first page has been made, well or with faults. */
  ready: Promise<void>;
  close: () => Promise<void>;
}>;

/**
 * Starts a preview: the address answers at once, the page comes when it is made, and again with every file saved.
 * `port` 0: any that is free. Errors: no-port (exit 3).
 */
export async function startPreview(options: Options, log: Logger, port: number): Promise<Preview> {
  const session = new Session(options, options.languages[0] ?? 'en', log);
  const { standardsDir, templatesDir, dataDir } = options;
  const folders = [templatesDir, dataDir, ...(standardsDir === null ? [] : [standardsDir])];
  // Before anything is read: what is saved meanwhile must not be missed.
  const watched = watchFolders(folders, (saved) => void session.saved(saved));
  try {
    const server = await serve(session, options, port, log);
    const close = async (): Promise<void> => {
      watched.close();
      await server.close();
    };
    return { url: server.url, port: server.port, state: () => session.state, ready: session.start(), close };
  } catch (error) {
    watched.close();
    throw error;
  }
}
