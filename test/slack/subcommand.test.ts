import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meantBy } from '../../src/slack/subcommand.ts';

const NAMES = ['check', 'team', 'team check', 'why', 'whatif', 'forget me', 'settings', 'help'] as const;

test.each([
  ['check we are 14', 'check', 'we are 14'],
  ['Check: we are 14', 'check', 'we are 14'],
  ['CHECK', 'check', ''],
  ['check line one\nline two', 'check', 'line one\nline two'],
  ['team', 'team', ''],
  ['team check <@U1> <@U2>', 'team check', '<@U1> <@U2>'],
  ['forget me', 'forget me', ''],
  ['  why   1a2b3c ', 'why', '1a2b3c'],
])('"%s" is the subcommand %s', (text, name, rest) => {
  expect(meantBy(text, NAMES)).toEqual({ kind: 'subcommand', name, rest });
});

test.each([
  ['chekc', 'check'],
  ['setings', 'settings'],
  ['halp', 'help'],
  ['hlep', 'help'],
  ['hepl', 'help'],
  ['forgetme', 'forget me'],
  ['forget', 'forget me'],
  ['whatif?', 'whatif'],
  ['tem check <@U1>', 'team check'],
])('"%s" is nearest to %s', (text, nearest) => {
  expect(meantBy(text, NAMES)).toMatchObject({ kind: 'misspelt', nearest });
});

test.each([
  '',
  'what is a COO?',
  'checks and balances are what we lack in this place',
  'teams here never finish anything they begin',
  'we are 14 people',
  'nothing gets finished',
  'settling in takes us months',
])('"%s" is a text', (text) => {
  expect(meantBy(text, NAMES)).toEqual({ kind: 'text', text });
});

test('a text that begins with a subcommand keeps every word after it, whatever they are', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.string(), (name, words) => {
      const rest = words.trim();
      const meant = meantBy(`${name} ${rest}`, [name]);
      expect(meant).toEqual({ kind: 'subcommand', name, rest });
    }),
  );
});
