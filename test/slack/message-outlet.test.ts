import { expect, test } from 'vitest';
import { plainMessage } from '../../src/slack/blocks/message.ts';
import { threadOutlet } from '../../src/slack/message-outlet.ts';
import { aSlackFor, clientOf } from '../support/slack-client.ts';

/** A message of Fay's in a channel, as whoever takes it over is given it. */
async function takenOver(scopes?: readonly string[]) {
  const slack = await aSlackFor(scopes === undefined ? {} : { scopes });
  const fay = slack.person('fay');
  await fay.types('@Rolefit what is a COO?', { channel: 'general' });
  const { channel, ts, user } = fay.sees('general').at(-1) ?? { channel: '', ts: '', user: '' };
  const asked = { team: 'T0ACMESTD', channel, user, ts, thread: undefined };
  const outlet = (again: boolean) => threadOutlet(clientOf(slack), { ...asked, takenOver: again });
  return { fay, outlet };
}

test('an answer that stands there already is not given again', async () => {
  const { fay, outlet } = await takenOver();
  await outlet(false).say(plainMessage('An executive.'));
  await outlet(true).say(plainMessage('An executive.'));
  expect(fay.sees('general')).toHaveLength(2);
});

test('where Slack does not let us look, the answer is given rather than not', async () => {
  const { fay, outlet } = await takenOver(['chat:write']);
  await outlet(true).say(plainMessage('An executive.'));
  expect(fay.sees('general').at(-1)?.text).toBe('An executive.');
});
