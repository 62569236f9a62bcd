import { expect, test } from 'vitest';
import { PosterError } from '../../src/digest-runner/poster.ts';
import type { Refusal } from '../../src/playground/faults.ts';
import { NotInstalled } from '../../src/slack/access.ts';
import { digestRefusal } from '../../src/slack/digest-refusal.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { clientOf } from '../support/slack-client.ts';

/** What a refusal, as Slack's own client throws it, means for a digest. */
async function meaningOf(fault: Refusal, hadPicture = false): Promise<unknown> {
  const slack = await aLocalSlack();
  slack.faults.next('chat.postMessage', fault);
  const thrown: unknown = await clientOf(slack)
    .chat.postMessage({ channel: 'C0GENERAL', text: 'x' })
    .then(
      () => null,
      (error: unknown) => error,
    );
  const meant = digestRefusal(thrown, hadPicture);
  return meant instanceof PosterError ? meant.why : meant === thrown ? 'may pass' : meant;
}

test.each<[string, Refusal, unknown]>([
  [
    'a limit waits as long as Slack says',
    { status: 429, retryAfterSeconds: 7 },
    { kind: 'wait', waitMs: 7000 },
  ],
  ['a limit that is told in words waits too', { error: 'ratelimited' }, { kind: 'wait', waitMs: 30_000 }],
  ['an archived channel stops it', { error: 'is_archived' }, { kind: 'stop', reason: 'channel-archived' }],
  ['a revoked token stops it', { error: 'token_revoked' }, { kind: 'stop', reason: 'uninstalled' }],
  ['a lost permission stops it', { error: 'missing_scope' }, { kind: 'stop', reason: 'not-allowed' }],
  ['blocks that Slack refuses are not tried again', { error: 'invalid_blocks' }, { kind: 'refused' }],
  ['trouble of Slack’s own may pass', { error: 'internal_error' }, 'may pass'],
  ['an answer of 503 may pass', { status: 503 }, 'may pass'],
  ['a word that nobody knows may pass', { error: 'constructor' }, 'may pass'],
])('%s', async (_name, fault, meaning) => {
  expect(await meaningOf(fault)).toEqual(meaning);
});

test('blocks that Slack refuses with a picture in them may be taken without it', async () => {
  expect(await meaningOf({ error: 'invalid_blocks' }, true)).toEqual({ kind: 'no-picture' });
});

test('where the app is not installed any more it stops', () => {
  expect(digestRefusal(new NotInstalled('T1'))).toMatchObject({
    why: { kind: 'stop', reason: 'uninstalled' },
  });
});
