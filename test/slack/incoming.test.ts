import { expect, test } from 'vitest';
import { incomingOf } from '../../src/slack/incoming.ts';

const event = (message: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  authorizations: [{ user_id: 'UBOT' }],
  event: { type: 'message', channel: 'C1', ...message },
});

const conversationOf = (message: object) => incomingOf(event(message))?.conversation;

test('a change of a message is met in the conversation of the message, after what is said there', () => {
  const asked = conversationOf({ user: 'U1', ts: '1.1', text: '<@UBOT> what is a COO?' });
  const change = { subtype: 'message_changed', ts: '9.9' };
  const before = { user: 'U1', ts: '1.1', text: 'what is' };
  expect(conversationOf({ ...change, message: before, previous_message: before })).toBe(asked);
  const reply = conversationOf({ user: 'U1', ts: '1.2', thread_ts: '1.1', text: 'and then?' });
  expect(reply).toBe(asked);
  expect(
    conversationOf({ subtype: 'message_deleted', ts: '9.9', deleted_ts: '1.1', previous_message: before }),
  ).toBe(asked);
});

test('a change of what a bot wrote is not kept', () => {
  const ours = { user: 'UBOT', bot_id: 'B1', ts: '1.1', text: 'x' };
  expect(
    incomingOf(event({ subtype: 'message_changed', ts: '9.9', message: ours, previous_message: ours })),
  ).toBeNull();
});

test('what is said in a channel without a thread or a mention is not kept', () => {
  expect(incomingOf(event({ user: 'U1', ts: '1.1', text: 'good morning' }))).toBeNull();
});
