import pino from 'pino';
import { expect, test } from 'vitest';
import { boltLogger } from '../../src/ops/log.ts';

/** Bolt's logger over ours, and the lines that came of it. */
function aLogger() {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  return { bolt: boltLogger(log), lines };
}

test.each(['xoxb-1-2-abc', 'xoxp-9-def', 'xapp-1-A0-77-fed', 'xoxe.xoxp-1-secret', 'xoxe-1-secret'])(
  'the token %s does not get into the log',
  (token) => {
    const { bolt, lines } = aLogger();
    bolt.warn('refused:', new Error(`token ${token} is not valid`));
    bolt.error(`Bearer ${token}`);
    expect(lines).toHaveLength(2);
    expect(lines.join('')).toMatch(/\(token\)/);
    expect(lines.join('')).not.toMatch(/secret|abc|def|fed/);
  },
);

test("Bolt's own lines below warn, which hold whole events, are left out", () => {
  const { bolt, lines } = aLogger();
  bolt.debug('event', { text: 'a secret' });
  bolt.info('event', { text: 'a secret' });
  expect(lines).toEqual([]);
});

test('an error of Bolt is told by name and message, with where it comes from', () => {
  const { bolt, lines } = aLogger();
  bolt.warn('could not', new TypeError('fetch failed'));
  expect(JSON.parse(lines.join(''))).toMatchObject({
    level: 40,
    from: 'bolt',
    msg: 'could not TypeError: fetch failed',
  });
});
