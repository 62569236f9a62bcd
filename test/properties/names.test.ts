import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advisor } from './arbitraries.ts';
import { type Cast, MARIA, PRONOUNS, STORIES, tell } from './stories.ts';

/** What may not depend on who somebody is: what the text was taken to be about, and the verdict with all its rules. */
const judged = (text: string) => {
  const { subject, verdict, counterfactuals, nextQuestion } = advisor.check(text);
  return { subject, verdict, counterfactuals, nextQuestion, intent: advisor.intent(text) };
};

const aStory = fc.constantFrom(...STORIES);

const asTold = new Map(STORIES.map((story) => [story, judged(tell(story, MARIA))]));

/** Any story, told of somebody else, is judged as it was. */
function changesNothing(swap: fc.Arbitrary<Partial<Cast>>, numRuns = 40): void {
  fc.assert(
    fc.property(aStory, swap, (story, other) => {
      expect(judged(tell(story, { ...MARIA, ...other }))).toEqual(asTold.get(story));
    }),
    { numRuns },
  );
}

const GIVEN = (
  'Ahmed Wei Chidi Olga José Nguyễn Đặng Priya Oluwaseun Siobhán Zoë Yuki Fatima Kwame Ingrid Mateo Ayşe Łukasz Anaïs Tāne ' +
  'Nils Hiroshi Lakshmi Omar Chiamaka Björk Ioana Mehmet 李伟 Мария محمد Νίκος שרה'
).split(' ');
const FAMILY =
  'Santos Okonkwo Müller Yılmaz Nakamura Singh Fernández Andersson Kowalski Nkosi Haddad Popescu Ivanova Tremblay Ngata'.split(
    ' ',
  );
/** Given names that are words too; phrases of the knowledge know many of them. */
const WORDS = (
  'Will Grace Mark Chase Page Rich Young Order Bill Hope Art Frank Grant Dean Faith Joy Rob May Max Case Booker Summer ' +
  'Chance Skip Drew Pat Sue Reed'
).split(' ');

const given = fc.constantFrom(...GIVEN);
const family = fc.constantFrom(...FAMILY);
const anyName = fc.oneof(
  given,
  fc.tuple(given, family).map((names) => names.join(' ')),
  fc.tuple(given, family, family).map((names) => names.join(' ')),
  fc.constantFrom(
    'Jean-Luc van der Berg',
    'Dr. Amina Al-Sayed',
    'Mr Okonkwo',
    'Ms. Haddad',
    "Sinéad O'Brien",
    "D'Angelo",
    'Maria del Carmen Fernández García',
    'Kim Min-jun',
    'J. R. Smith',
    'Ada de la Cruz',
  ),
);

describe('who somebody is changes no verdict', () => {
  test('names of many peoples, of one word or several, with titles, initials and hyphens', () => {
    changesNothing(fc.record({ name: anyName, other: anyName }), 80);
  });

  test('names in small letters or in capitals', () => {
    const name = fc
      .constantFrom('maria', 'olga', 'ahmed', 'wei', 'priya', 'chidi')
      .chain((small) => fc.constantFrom(small, small.toUpperCase(), `${small}Lee`));
    changesNothing(fc.record({ name, other: name }));
  });

  test('names that are words of the language too', () => {
    changesNothing(fc.record({ name: fc.constantFrom(...WORDS) }), 80);
    changesNothing(fc.record({ other: fc.constantFrom(...WORDS) }), 60);
  });

  test('given and family names that are words both', () => {
    const name = fc.constantFrom(
      'Will Chase',
      'Mark Young',
      'Grace Page',
      'Rich Booker',
      'Chase Rich',
      'Joy Order',
    );
    changesNothing(fc.record({ name }));
  });
});

describe('which pronoun a person has changes no verdict', () => {
  test.each(PRONOUNS)('$subject', (they) => {
    for (const story of STORIES) {
      const text = tell(story, { ...MARIA, they });
      expect(judged(text), text).toEqual(asTold.get(story));
    }
  });

  test('whatever the names', () => {
    changesNothing(fc.record({ name: anyName, they: fc.constantFrom(...PRONOUNS) }));
  });
});

describe('what a company is called changes no verdict', () => {
  test('a made-up name, a common word, or several words', () => {
    const company = fc.constantFrom(
      'Acme',
      'Initech GmbH',
      'Stripe',
      'Blue Bottle',
      'Page One',
      'Order',
      'Chase',
      'Bright Idea Inc',
      'The Book Company',
      'Young & Rich',
      'Ödegård Söner AB',
    );
    changesNothing(fc.record({ company }), 80);
  });
});

describe('capitals that mark more than names hide no words', () => {
  const HABITS: readonly (readonly [string, (text: string) => string])[] = [
    ['all in capitals', (text) => text.toUpperCase()],
    ['all in small letters', (text) => text.toLowerCase()],
    ['every word with a capital', (text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())],
    [
      'every noun with a capital',
      (text) =>
        text.replace(
          /\b(?:idea|team|record|meeting|report|decision|day|time|plan|budget|department)/g,
          (noun) => noun.charAt(0).toUpperCase() + noun.slice(1),
        ),
    ],
  ];

  test.each(HABITS)('%s', (_name, written) => {
    for (const story of STORIES) {
      const text = tell(story, MARIA);
      expect(judged(written(text)).verdict.role, written(text)).toBe(asTold.get(story)?.verdict.role);
    }
  });
});
