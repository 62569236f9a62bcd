import { expect, test } from 'vitest';
import { sampleCompany } from '../../../src/playground/company.ts';
import type { Message } from '../../../src/playground/message.ts';
import type { PageState } from '../../../src/playground/page-state.ts';
import { type Change, type Model, unreadIn } from '../../../src/playground/web/store/model.ts';
import { reduce } from '../../../src/playground/web/store/reducer.ts';

const BOT = 'U0LOCALBOT';

const message = (ts: string, more: Partial<Message> = {}): Message => ({
  ts,
  channel: 'C0GENERAL',
  user: 'U0OMAROPS',
  text: ts,
  ...more,
});

const state = (messages: readonly Message[] = []): PageState =>
  ({
    me: 'U0FOUNDER',
    users: [...sampleCompany().people, { id: BOT, isBot: true }],
    channels: [{ id: 'C0GENERAL' }, { id: 'C0RANDOM0' }],
    messages,
    modals: [],
    sessions: [],
    journal: [],
  }) as unknown as PageState;

const loaded = (messages?: readonly Message[]): Change => ({
  type: 'loaded',
  state: state(messages),
  open: { channel: 'C0GENERAL', tab: 'messages' },
  read: {},
});
const posted = (one: Message): Change => ({ type: 'message', kind: 'posted', message: one });
const after = (...changes: Change[]): Model => {
  const model = changes.reduce<Model | undefined>(reduce, undefined);
  if (model === undefined) throw new Error('Nothing was loaded.');
  return model;
};
const texts = ({ state: { messages } }: Model): string[] => messages.map(({ text }) => text);

test('news that came while everything was asked for may be applied twice', () => {
  const changes = [posted(message('1')), posted(message('3')), posted(message('2'))];
  expect(texts(after(loaded(), ...changes, ...changes))).toEqual(['1', '2', '3']);
  const removed: Change = { type: 'message', kind: 'removed', message: message('1') };
  expect(texts(after(loaded(), ...changes, removed, removed))).toEqual(['2', '3']);
});

test('a thread opens by itself when the app answers in it, not when people do, and never over another', () => {
  const reply = (ts: string, user: string, threadTs: string): Change =>
    posted(message(ts, { user, threadTs }));
  expect(after(loaded(), reply('2', 'U0OMAROPS', '1')).open.thread).toBeUndefined();
  expect(after(loaded(), reply('2', BOT, '1')).open.thread).toBe('1');
  expect(after(loaded(), reply('2', BOT, '1'), reply('4', BOT, '3')).open.thread).toBe('1');
});

test('what others write elsewhere is unread until it is looked at', () => {
  const news = [
    posted(message('5', { channel: 'C0RANDOM0' })),
    posted(message('6', { channel: 'C0RANDOM0', user: 'U0FOUNDER' })),
  ];
  expect(unreadIn(after(loaded(), ...news), 'C0RANDOM0')).toHaveLength(1);
  const looked = after(loaded(), ...news, { type: 'opened', channel: 'C0RANDOM0' });
  expect(unreadIn(looked, 'C0RANDOM0')).toEqual([]);
  expect(looked.readBefore).toBe('0');
});

test('what is asked for anew leaves the person where they are, unless that is gone', () => {
  const there = after(
    loaded(),
    { type: 'opened', channel: 'C0RANDOM0' },
    { type: 'tool', tool: 'tour' },
    loaded(),
  );
  expect(there).toMatchObject({ open: { channel: 'C0RANDOM0' }, tool: 'tour' });
  const without = { ...state(), channels: [{ id: 'C0GENERAL' }] } as unknown as PageState;
  const gone = reduce(there, { ...(loaded() as Change & { type: 'loaded' }), state: without });
  expect(gone?.open.channel).toBe('C0GENERAL');
});
