import fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { openOperations } from '../../src/ops/operations-server.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { BETA, rolefitForMany } from '../support/many-workspaces.ts';
import { tells } from '../support/raw-http.ts';
import { mutatedText, nastyText, type TextChange, textMutation } from './hostile.ts';
import type { Watch } from './watch.ts';

interface Share {
  runs: number;
  seed: number;
}

const PATHS = [
  '/slack/install',
  '/slack/oauth_redirect',
  '/slack/events',
  '/metrics',
  '/healthz',
  '/readyz',
  '/',
  '//',
  '/%',
];
const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'DELETE', 'BREW'];
const HEADERS = [
  'cookie',
  'host',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'x-forwarded-host',
  'content-type',
  'range',
  '__proto__',
];

const aRequest = fc
  .record({
    method: fc.constantFrom(...METHODS),
    path: fc.constantFrom(...PATHS),
    query: fc.array(fc.tuple(fc.constantFrom('code', 'state', 'error', '__proto__', 'x'), nastyText), {
      maxLength: 3,
    }),
    headers: fc.array(fc.tuple(fc.constantFrom(...HEADERS), nastyText), { maxLength: 3 }),
    body: nastyText,
    changes: fc.oneof(
      { weight: 2, arbitrary: fc.constant<TextChange[]>([]) },
      { weight: 1, arbitrary: fc.array(textMutation, { maxLength: 2 }) },
    ),
  })
  .map(({ method, path, query, headers, body, changes }) => {
    const told = headers
      .map(([name, value]) => `${name}: ${value.replace(/[\r\n\0]/g, ' ').slice(0, 500)}\r\n`)
      .join('');
    const asked = query.map((pair) => pair.map(encoded).join('=')).join('&');
    return mutatedText(
      `${method} ${path}?${asked} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${told}\r\n${body}`,
      changes,
    );
  });

/** Halves of characters cannot be encoded; they go as they are. */
const encoded = (text: string): string =>
  text.isWellFormed() ? encodeURIComponent(text) : text.replace(/\s/g, '+');

/** The pages of the installation and those of operations, by whole requests as bytes. Each is answered or hung up on. */
export async function fuzzPages(watch: Watch, { runs, seed }: Share): Promise<void> {
  const { running, browser, logged } = await rolefitForMany();
  const readiness = new Readiness();
  for (const part of ['store', 'slack', 'clock'] as const) readiness.watch(part, () => true);
  const operations = await openOperations({ host: '127.0.0.1', port: 0 }, readiness);
  onTestFinished(() => operations.close());
  const urls = [String(running.url), operations.url];
  const requests = fc.sample(aRequest, { numRuns: runs, seed });
  const AT_ONCE = 32;
  for (let from = 0; from < runs; from += AT_ONCE)
    await Promise.all(
      requests.slice(from, from + AT_ONCE).map((bytes, at) =>
        watch.tries('pages', bytes, async () => {
          const answer = await tells(urls[at % 2] ?? '', bytes, { endsWriting: true });
          if (/^HTTP\/1\.1 5/.test(answer)) watch.find('crash', answer.slice(0, 300), bytes);
          if (/<script|<img|onerror/i.test(answer))
            watch.find('crash', `a page holds what was asked: ${answer}`, bytes);
        }),
      ),
    );
  logged.length = 0;
  const { text } = await browser.installs(BETA.id);
  if (!text.includes('Rolefit is installed'))
    watch.find('crash', `afterwards nobody can install: ${text}`, '');
}
