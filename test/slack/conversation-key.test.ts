import { expect, test } from 'vitest';
import { conversationKey, teamOf } from '../../src/slack/conversation-key.ts';

const fay = { team: 'T1', channel: 'C1', user: 'UFAY', thread: undefined };

test('a direct message is one conversation, whatever is said in which thread', () => {
  const direct = { ...fay, channel: 'D1' };
  expect(conversationKey({ ...direct, thread: '1.1' })).toBe(conversationKey(direct));
});

test('a thread is one conversation for all who take part', () => {
  const thread = { ...fay, thread: '1.1' };
  expect(conversationKey({ ...thread, user: 'UOMAR' })).toBe(conversationKey(thread));
  expect(conversationKey({ ...thread, thread: '1.2' })).not.toBe(conversationKey(thread));
});

test('what two people ask in a channel, each for themselves, is two conversations', () => {
  expect(conversationKey({ ...fay, user: 'UOMAR' })).not.toBe(conversationKey(fay));
});

test('an app of a whole enterprise, told no team, goes by the enterprise', () => {
  expect(teamOf({ team: 'T1', enterprise: 'E1' })).toBe('T1');
  expect(teamOf({ team: null, enterprise: 'E1' })).toBe('E1');
});
