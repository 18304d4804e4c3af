import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';

export type { Logger } from 'pino';

/**
 * Logs are objects with a short message: `log.info({ stage, rows, ms }, 'assessed')`. A person at a terminal sees one
 * coloured line each, anything else (CI, a pipe) plain lines; `CHINA_AIR_LOG=json` gives the objects themselves.
 */
export function createLog(level = process.env.CHINA_AIR_LOG_LEVEL ?? 'info'): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  if (process.env.CHINA_AIR_LOG === 'json') return pino(options, pino.destination({ dest: 2, sync: true }));
  const stream = pretty({
    destination: 2,
    sync: true,
    colorize: Boolean(process.stderr.isTTY) && !process.env.NO_COLOR,
    ignore: 'time,pid,hostname',
    singleLine: true,
    hideObject: false,
    messageFormat: '{msg}',
  });
  return pino(options, stream);
}

/** For tests and for callers that do not care. */
export const silent: Logger = pino({ level: 'silent' });
