import { describe, expect, test } from 'vitest';
import { openKnowledge } from './cases.ts';

const { reader, factsIn } = openKnowledge();

describe('"they"', () => {
  test.each([
    'I work with Maria. They turn our ideas into finished work.',
    'Is Maria a good COO? They run the whole company.',
  ])('speaks of one person where one is named: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('candidate');
  });

  test.each([
    'My two founders dream all day. They have ideas, they start projects and they never finish them.',
    'Maria and Sven dream all day. They have ideas, they start projects and they never finish them.',
    'Our customers love Veldora, they write reviews and they bring friends. We need a second in command.',
  ])('speaks of several people where several are: %s', (text) => {
    expect(reader.subjectOf(text)).toBe('situation');
  });
});

test.each(['her', 'his'])('whose files somebody keeps is not whom somebody keeps: %s', (whose) => {
  const facts = factsIn(`She keeps all of ${whose} files for the company.`, 'candidate');
  expect(facts).toEqual({ handlesRoutine: true });
});

test.each(['her', 'him'])('whom somebody keeps is read alike: %s', (whom) => {
  expect(factsIn(`The post is there to keep ${whom} in the company.`, 'candidate')).toMatchObject({
    retentionRisk: true,
  });
});

describe('a company that somebody else tells of', () => {
  test.each([
    'Just the two of us, a prototype and a lot of coffee.',
    'Just the two of them, a prototype and a lot of coffee.',
    'Two of them, a prototype and a lot of coffee.',
  ])('is read as if its own people told: %s', (text) => {
    expect(factsIn(text, 'situation')).toMatchObject({ nothingToManage: true });
  });

  test('is not mixed up with those of whom its own people tell', () => {
    const ours = factsIn('We are fine. They are two of them, a prototype and a lot of coffee.', 'situation');
    expect(ours).not.toHaveProperty('nothingToManage');
  });
});

describe('who tells of a company by its name', () => {
  test('is read as its own people are', () => {
    expect(factsIn('At Nordlys they are 40 now.')).toMatchObject({ companySize: 40 });
    expect(factsIn('They are a US company and they are 40 now.')).toMatchObject({ companySize: 40 });
  });

  test('tells nothing of it by what its competitors are', () => {
    expect(
      factsIn('A bakery with 12 people. The competitors hired a COO and they are 40 now.'),
    ).toMatchObject({
      companySize: 12,
    });
  });
});
