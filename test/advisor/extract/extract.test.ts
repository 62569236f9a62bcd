import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { Subject } from '../../../src/advisor/fact.ts';
import { openKnowledge } from './cases.ts';

const { extract, factsIn, reader } = openKnowledge();

describe('what a text states', () => {
  test.each([
    ['I need one person over all the branches, reporting to me.', ['routineNeglected', 'supportWanted']],
    ['We look for a person with authority.', ['supportWanted']],
    ['Nobody on the executive board speaks English.', ['executionGap']],
    ['The contract of our chairman ends in 18 months.', ['executionGap']],
    ['Our product is doing well.', ['runsSmoothly']],
    ['I can make the decisions.', ['authority']],
  ])('words that only look like a statement state nothing: %s', (text, names) => {
    for (const name of names) expect(factsIn(text)).not.toHaveProperty(name);
  });

  test.each([
    ['Who should lead sales, service and logistics?', 'departmentsUnled', true],
    ['How can we test whether she is able to lead the company?', 'trialForCeo', true],
  ])('a question how a need is met takes the need for granted: %s', (text, name, value) => {
    expect(factsIn(text)).toMatchObject({ [name]: value });
  });

  test.each([
    ['nothing we start gets finished', 'executionGap', true],
    ['We need a second in command.', 'secondInCommandWanted', true],
    ['We do not need a second in command.', 'secondInCommandWanted', false],
    ['We want someone to do the scheduling and the reporting.', 'supportWanted', true],
  ])('%s', (text, name, value) => {
    expect(factsIn(text)).toMatchObject({ [name]: value });
  });

  test.each([
    ['Brochure: designed. Price list: drafted, never sent.', 'executionGap', true],
    ['Of the thirty ideas on the wall, two have been put into practice.', 'executionGap', true],
    ['The insurance claims sit in a drawer, unanswered.', 'routineNeglected', true],
    ['The stable log has not been filled in since Easter.', 'routineNeglected', true],
    ['Nobody tells the parents when a lesson is moved.', 'followUpMissing', true],
    ["We don't have anyone who keeps the waiting list.", 'supportWanted', true],
    ['Please, somebody who takes what we dream up and does it.', 'supportWanted', true],
    ['On Sundays I am typing invoices and booking flights.', 'choresOnLeader', true],
    ['The orders go out early and nobody is stressed.', 'runsSmoothly', true],
    ["We don't have a single customer.", 'nothingToManage', true],
    ['Our assistant keeps the calendar in order.', 'implementerInPlace', true],
    ['What we lack is a good salesman.', 'otherProfession', true],
    ['The only thing missing is a qualified nurse.', 'otherProfession', true],
    ['We are twelve.', 'companySize', 12],
    ['An agency with nine designers.', 'companySize', 9],
  ])('of work undone, or of no need: %s', (text, name, value) => {
    expect(factsIn(text)).toMatchObject({ [name]: value });
  });

  test.each([
    'We do not deliver on Sundays.',
    'We never realised how big the market was.',
    'The board has not approved the budget yet.',
    'We need further development.',
    'There is a list of investors that I want to see.',
    'We had a good year and hired three developers.',
  ])('nothing of what merely sounds like undone work: %s', (text) => {
    const names = extract(text, 'situation').facts.map(({ name }) => name);
    for (const name of ['executionGap', 'routineNeglected', 'followUpMissing', 'supportWanted'])
      expect(names).not.toContain(name);
    expect(names).not.toContain('otherProfession');
  });

  test('a negation ends at a comma before words with a verb of their own', () => {
    expect(factsIn('Nobody waits for me, invoices are late.')).toMatchObject({ routineNeglected: true });
    expect(factsIn('We do not meet much, reports come late.')).toMatchObject({ routineNeglected: true });
  });

  test.each([
    ['We used to need a second in command.', 'secondInCommandWanted'],
    ['Should we hire a second in command?', 'secondInCommandWanted'],
    ['Maybe we need a second in command.', 'secondInCommandWanted'],
  ])('counts nothing that is past, asked or only possible: %s', (text, name) => {
    expect(factsIn(text)).not.toHaveProperty(name);
  });

  test('keeps what is only possible apart, to be asked about', () => {
    const { facts, tentative } = extract('Perhaps we need a second in command.', 'situation');
    expect(facts).toEqual([]);
    expect(tentative.map(({ name }) => name)).toEqual(['secondInCommandWanted']);
  });

  test('two statements that cannot both be true are a contradiction, not a fact', () => {
    const { facts, contradictions } = extract('We are 14 people. We are 40 people.', 'situation');
    expect(facts.map(({ name }) => name)).not.toContain('companySize');
    expect(contradictions.map(({ fact }) => fact)).toEqual(['companySize']);
  });

  test('"this and nothing else" denies nothing', () => {
    expect(factsIn('One executive leads it and nothing else, with full authority.')).toMatchObject({
      authority: 'full',
    });
  });

  test.each([
    ['She leads the heads of sales, HR and IT.', 'leadsDepartments', true],
    ['He signs off the annual budget.', 'ownsResults', true],
    ['He reports only to the CEO.', 'reportsTo', 'ceo'],
    ['She assists several managers.', 'reportsTo', 'many'],
    ['He keeps the minutes.', 'handlesRoutine', true],
    ['She turns our ideas into finished work.', 'finishesIdeas', true],
    ['She delegates nearly everything.', 'delegates', true],
    ['He would rather not make tough decisions.', 'avoidsDeciding', true],
    ['He may not decide anything.', 'authority', 'none'],
  ])("of a person's work: %s", (text, name, value) => {
    expect(factsIn(text, 'candidate')).toMatchObject({ [name]: value });
  });

  test.each([
    'Our COO Anna',
    'Chief Operating Officer',
    'She is 52 and an introvert.',
    'Our implementer, Mr Weber',
  ])('a title, a name, an age or a manner is no evidence: %s', (text) => {
    expect(factsIn(text, 'candidate')).toEqual({});
  });

  test('"used to" tells nothing of the work today', () => {
    expect(factsIn('She used to keep the minutes.', 'candidate')).not.toHaveProperty('handlesRoutine');
  });
});

describe('head-counts', () => {
  test.each([
    ['We are 14 people.', 14],
    ['two hundred staff', 200],
    ['a firm with 1.2k employees', 1200],
    ['There are forty of us.', 40],
    ['1,250 employees', 1250],
    ['We are a 50-person startup', 50],
  ])('%s', (text, size) => {
    expect(factsIn(text)).toMatchObject({ companySize: size });
  });

  test.each(['We closed our Series A.', 'We have 14 projects.', 'One of us is ill.'])(
    'none in: %s',
    (text) => {
      expect(factsIn(text)).not.toHaveProperty('companySize');
    },
  );
});

const words = fc.constantFrom(
  ...'we nobody nothing need never ideas finished keep records not the of , . ? she leads departments budget signs and 14 people but maybe'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
);

describe('always', () => {
  test('evidence is the text between its offsets', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...Subject.options), (text, subject) => {
        const { facts, tentative, contradictions } = extract(text, subject);
        for (const { evidence } of [
          ...facts,
          ...tentative,
          ...contradictions.flatMap(({ statements }) => statements),
        ])
          expect(evidence && text.slice(evidence.start, evidence.end)).toBe(evidence?.text);
      }),
    );
  });

  test('any text has a subject and an intent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['situation', 'candidate', 'job']).toContain(reader.subjectOf(text));
        expect(['ask', 'check', 'unclear']).toContain(reader.intentOf(text));
      }),
    );
  });

  test('another name, the same facts', () => {
    const name = fc.constantFrom('Maria', 'Ahmed', 'Chidi', 'Wei', 'Olga', 'John', 'Priya', 'Sven');
    fc.assert(
      fc.property(name, name, (one, other) => {
        const story = (who: string) =>
          `${who} leads three departments, signs off the budget and reports to the CEO. ${who} keeps no minutes.`;
        expect(factsIn(story(one), 'candidate')).toEqual(factsIn(story(other), 'candidate'));
        expect(reader.subjectOf(story(one))).toBe(reader.subjectOf(story(other)));
      }),
    );
  });
});

test.each([
  ['Our founder has too many ideas and nobody follows up.', undefined],
  ['There are many ideas and nobody follows through.', undefined],
  ['Nobody is able to follow up.', undefined],
  ['The founder turns seventy and there is no one to follow.', true],
  ['I am 64 and nobody can follow me.', true],
])('“%s”: a successor is sought: %s', (text, value) => {
  expect(factsIn(text, 'situation').successionPlanned).toBe(value);
});

describe('text that is long or made to be slow', () => {
  const filled = (part: string) => part.repeat(Math.ceil(MAX_TEXT / part.length)).slice(0, MAX_TEXT);

  test.each([
    ['one word over and over', filled('nobody ')],
    ['words that start many phrases', filled('we need somebody who runs the ')],
    ['numbers', filled('two hundred 14 ')],
    ['no end of a sentence', filled('ideas plans decisions and she keeps all the records and ')],
    ['no word', filled('?!(')],
    ['one long word', filled('a')],
  ])('is read within seconds: %s', (_, text) => {
    const before = performance.now();
    for (const subject of Subject.options) extract(text, subject);
    reader.intentOf(text);
    expect(performance.now() - before).toBeLessThan(15_000);
  });

  test('nothing is read beyond the limit', () => {
    expect(factsIn(`${' '.repeat(MAX_TEXT)} We are 14 people.`)).toEqual({});
  });
});

test.each([
  'We are 45 people and the two founders make every call.',
  'Both 2 partners decide all. 45 people work here.',
])('how many are at the top is not how many there are: %s', (text) => {
  expect(factsIn(text)).toMatchObject({ companySize: 45 });
});
