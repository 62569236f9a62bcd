import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import pino from 'pino';
import { expect, test } from 'vitest';
import { failureMessage, logFailure } from '../../src/slack/failure.ts';

/** What stands in the log after this failed. */
function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const reference = logFailure(log, error, { conversation: 'T1:C1' });
  const line = JSON.parse(lines.join(''));
  expect(line).toMatchObject({ reference, conversation: 'T1:C1', msg: 'a request failed' });
  return line.failure;
}

test('what lies at the bottom is logged, with the names of what it came wrapped in', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const wrapped = new WebAPIRequestError(new TypeError('fetch failed', { cause: refused }));
  expect(logged(wrapped)).toMatchObject({
    name: 'Error',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED',
    within: ['WebAPIRequestError', 'TypeError'],
    stack: expect.stringContaining('failure.test.ts'),
  });
});

test("of several errors that Bolt's listeners met, the first is told", () => {
  class MultipleListenerError extends Error {
    originals = [new RangeError('the first'), new Error('the second')];
  }
  expect(logged(new MultipleListenerError('several'))).toMatchObject({
    name: 'RangeError',
    within: ['MultipleListenerError'],
  });
});

test("Slack's refusals are logged by their code, without what was refused", () => {
  const answer = { ok: false, error: 'invalid_blocks', message: { text: 'secret' } };
  const failure = logged(new WebAPIPlatformError(answer));
  expect(failure).toMatchObject({ name: 'WebAPIPlatformError', slack: 'invalid_blocks', within: [] });
  expect(JSON.stringify(failure)).not.toContain('secret');
});

test('an error that leads back to itself, and what is no error, are logged too', () => {
  const circle = new RangeError('round');
  circle.cause = circle;
  expect(logged(circle)).toMatchObject({ message: 'round' });
  expect(logged('a string')).toEqual({ name: 'string' });
});

test('the person is told the reference and what to do', () => {
  expect(failureMessage('12ab').text).toMatch(/try again.*reference 12ab/);
});
