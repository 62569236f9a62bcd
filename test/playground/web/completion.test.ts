import { expect, test } from 'vitest';
import { sampleCompany } from '../../../src/playground/company.ts';
import type { PageState } from '../../../src/playground/page-state.ts';
import { completionsFor, hintFor } from '../../../src/playground/web/composer/completion.ts';

const channels = sampleCompany().channels.map((one) => ({ ...one, isArchived: false }));
const command = {
  command: '/rolefit',
  description: 'Which role fits?',
  usage_hint: '[text]',
  should_escape: true,
};
const state = {
  users: sampleCompany().people,
  channels,
  app: { commands: [command] },
} as unknown as PageState;
const offersAt = (text: string): string[] =>
  completionsFor(text, text.length, state)?.offers.map(({ insert }) => insert) ?? [];

test.each([
  ['/', ['/rolefit ', '/invite ']],
  ['/ro', ['/rolefit ']],
  ['/rolefit', []],
  ['say /ro', []],
  ['ask @o', ['@Omar Ops ']],
  ['ask @founder', ['@Fay Founder ']],
  ['mail me@o', []],
  ['see #gen', ['#general ']],
  ['see #leads', []],
  ['@nobody', []],
  ['', []],
])('“%s” is completed with %j', (text, offers) => {
  expect(offersAt(text)).toEqual(offers);
});

test('only the word before the caret is replaced', () => {
  expect(completionsFor('hi @om, look', 6, state)).toMatchObject({ from: 3, to: 6 });
});

test('what may follow a command is told while it is written', () => {
  expect(hintFor('/rolefit we are', state)).toBe('/rolefit [text] · Which role fits?');
  expect(hintFor('we are', state)).toBeUndefined();
});
