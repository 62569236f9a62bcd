import type { Logger as BoltLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import pino, { type Logger } from 'pino';
import { masked, safeMessage } from './errors.ts';

export type { Logger };

/** The log: JSON lines on stderr, so that stdout stays for results. Callers put in ids, never texts, names or tokens. */
export const createLog = (level: string): Logger =>
  pino({ level }, pino.destination({ dest: 2, sync: false }));

/**
 * Bolt's logger over ours. Bolt's own lines below `warn` hold whole events and are left out; tokens in what remains are
 * masked.
 */
export function boltLogger(log: Logger): BoltLogger {
  const child = log.child({ from: 'bolt' });
  const words = (parts: readonly unknown[]): string =>
    parts
      .map((part) => (part instanceof Error ? `${part.name}: ${safeMessage(part)}` : masked(String(part))))
      .join(' ');
  const leaveOut = (): void => undefined;
  return {
    debug: leaveOut,
    info: leaveOut,
    warn: (...parts) => child.warn(words(parts)),
    error: (...parts) => child.error(words(parts)),
    setLevel: leaveOut,
    getLevel: () => LogLevel.WARN,
    setName: leaveOut,
  };
}
