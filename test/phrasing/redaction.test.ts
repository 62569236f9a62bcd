import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCommonWord, isEnglishWord } from '../../src/knowledge/english-words.ts';
import { redact, restore } from '../../src/phrasing/redaction.ts';

const english = { isWord: isEnglishWord, isCommon: isCommonWord };
const redactedText = (text: string): string => redact([text], english).texts[0] ?? '';

test.each([
  ['Maria runs finance.', 'NAME_1 runs finance.'],
  [
    'Our COO Tom keeps the minutes. Tom books rooms.',
    'Our COO NAME_1 keeps the minutes. NAME_1 books rooms.',
  ],
  ['Chase leads three departments.', 'NAME_1 leads three departments.'],
  ["We love Dr. Okonkwo's plans.", "We love NAME_1's plans."],
  ['Grace is our COO, and grace matters.', 'NAME_1 is our COO, and grace matters.'],
  ['Aisha designs. ask aisha first.', 'NAME_1 designs. ask NAME_1 first.'],
  ['Write to jo.smith@example.co.uk please.', 'Write to EMAIL_1 please.'],
  ['Call +44 (0)20 7946 0958 now.', 'Call PHONE_1 now.'],
  ['See https://example.com/a?b=c and www.example.org.', 'See LINK_1 and LINK_2.'],
  ['Ask <@U012AB3CD> in <#C024BE91L|ops>.', 'Ask ID_1 in ID_2.'],
  ['Ask @maria or U012AB3CD.', 'Ask ID_2 or ID_1.'],
  ['We are 14 people and nothing gets finished.', 'We are 14 people and nothing gets finished.'],
  ['Our CEO wants a COO or an Implementer.', 'Our CEO wants a COO or an Implementer.'],
  [
    'Scheduling is left undone. Decisions wait for the CEO.',
    'Scheduling is left undone. Decisions wait for the CEO.',
  ],
])('%s goes out as %s', (text, redacted) => {
  expect(redactedText(text)).toBe(redacted);
});

test('one thing is one placeholder in all texts, and comes back as it was written', () => {
  const texts = ['Priya Nair runs the lab.', 'Does Priya Nair need a COO? Mail p@lab.org.'];
  const redaction = redact(texts, english);
  expect(redaction.texts.join(' ')).not.toMatch(/Priya|Nair|lab\.org/);
  expect(redaction.texts.map((text) => restore(text, redaction))).toEqual(texts);
});

test('what looks like a placeholder in a text is not taken for one of ours', () => {
  const text = 'NAME_1 is here, and so is Ravi.';
  const redaction = redact([text], english);
  expect(redaction.texts[0]).toBe('ID_1 is here, and so is NAME_1.');
  expect(restore(redaction.texts[0] ?? '', redaction)).toBe(text);
});

test('a placeholder that stands for nothing is left', () => {
  expect(restore('NAME_9 leads.', redact(['Ravi leads.'], english))).toBe('NAME_9 leads.');
});

test('any text comes back letter for letter, but for the letter case of a name said again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }), (texts) => {
      const redaction = redact(texts, english);
      expect(redaction.texts.map((text) => restore(text, redaction).toLowerCase())).toEqual(
        texts.map((text) => text.toLowerCase()),
      );
    }),
  );
});

test('no given name goes out, wherever it stands', () => {
  const names = ['Maria', 'Aisha', 'Tom', 'Peter', 'Björn', 'Siobhán', "O'Neill", 'Nguyen', 'Wei', 'Dmitri'];
  const sentences = [
    (name: string) => `${name} leads three departments and keeps the minutes.`,
    (name: string) => `We hired ${name} last year, and nothing gets finished.`,
    (name: string) => `Does ${name}'s work fit the title?`,
    (name: string) => `It was ${name}.`,
  ];
  for (const name of names) {
    for (const sentence of sentences) expect(redactedText(sentence(name))).not.toContain(name);
  }
});
