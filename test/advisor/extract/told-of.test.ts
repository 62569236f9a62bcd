import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { whoIsToldOf } from '../../../src/advisor/extract/told-of.ts';

/** Whom each part of a text tells of. */
const told = (text: string): string => whoIsToldOf(tokenize(text)).join(' ');

describe('a part tells of', () => {
  test.each([
    ['writer', 'I keep the files.'],
    ['us', 'We keep the files.'],
    ['us', 'My brother and I keep the files.'],
    ['reader', 'You keep the files.'],
    ['person', 'She keeps the files.'],
    ['person', 'He keeps the files.'],
    ['person', "She'd keep the files."],
    ['thing', 'They keep the files.'],
    ['everybody', 'Nobody keeps the files.'],
    ['everybody', 'No one keeps the files.'],
    ['thing', 'It keeps the files.'],
    ['thing', 'There is a file.'],
    ['thing', 'This is a file.'],
    ['thing', 'The file waits.'],
    ['ours', 'Our files wait.'],
    ['ours', 'My company waits.'],
    ['person', 'My sister waits.'],
    ['person', 'The assistant keeps files.'],
    ['post', 'The assistant.'],
    ['person', 'Our assistant.'],
    ['leader', 'The CEO waits.'],
    ['leader', 'Our director decides.'],
    ['thing', 'The sales figures wait.'],
    ['person', 'Our sales director waits.'],
    ['leader', 'The managing director waits.'],
    ['leader', 'A general director waits.'],
    ['person', 'The deputy managing director decides.'],
    ['leader', 'The chief executive waits.'],
    ['leader', 'The head teacher waits.'],
    ['reader', 'The role is new.'],
    ['reader', 'The successful candidate keeps files.'],
    ['person', 'A candidate keeps files.'],
    ['person', 'Our candidate keeps files.'],
    ['person', 'Today, Maria keeps the files.'],
    ['none', 'Today, Maria and Nils keep files.'],
    ['person', 'The planner Maria keeps files.'],
    ['unsaid', 'Speaks five languages.'],
    ['unsaid', 'Responsible for the files.'],
    ['unsaid', 'In charge of files.'],
    ['unsaid', 'Books the rooms.'],
    ['unsaid', 'Keeps files.'],
    ['reader', 'Keep the files.'],
    ['reader', 'Manage new rooms.'],
    ['reader', 'Manage rooms.'],
    ['reader', 'Manage 14 rooms.'],
    ['post', 'Operations manager, Leeds.'],
    ['company', 'Family bakery, Leeds.'],
    ['none', 'Good morning.'],
    ['thing', 'Orders wait for us.'],
    ['person', 'Dana keeps the files.'],
    ['thing', 'New clients keeps waiting.'],
    ['leader', 'Founder keeps files.'],
    ['leader', 'Dana is the founder.'],
    ['leader', 'Dana runs a bakery.'],
    ['leader', 'She runs her small shop.'],
    ['leader', 'She founded it.'],
    ['leader', 'I am the founder.'],
    ['leader', 'I own three hotels.'],
    ['writer', 'I run the files.'],
    ['person', 'Dana runs a file.'],
    ['person', 'Dana runs the bakery.'],
    ['person', 'At noon she keeps files.'],
    ['leader', 'My sister is the owner.'],
  ])('%s: "%s"', (whom, text) => {
    expect(told(text)).toBe(whom);
  });

  test.each([
    ['is she here', 'person'],
    ['does the file wait', 'thing'],
    ['for the assistant we wait', 'us'],
    ['with Maria we wait', 'us'],
    ['of a file', 'none'],
    ['most so so so so so so so so so so so she waits', 'none'],
    ['managers keeps it', 'thing'],
    ['nurses treat patients', 'none'],
    ['nurses the patients', 'unsaid'],
    ['team in leeds', 'company'],
    ['so so so so so so manager', 'none'],
    ['so so so so so manager', 'post'],
  ])('%s: %s', (text, whom) => {
    expect(told(text)).toBe(whom);
  });
});

describe('a pronoun tells of whom the parts before told', () => {
  test.each([
    ['Our founder waits. He plans.', 'leader leader'],
    ['Our assistant waits. She plans.', 'person person'],
    ['Our founder waits: she plans – he keeps files.', 'leader leader leader'],
    ['Office assistant, Leeds. She plans.', 'post person'],
    ['I report to the CEO. She plans.', 'writer leader'],
    ['I report to my assistant. She plans.', 'writer person'],
    ['I work with Maria. She plans.', 'writer person'],
    ['I work with Maria. They plan.', 'writer person'],
    ['As a chief executive I plan. She waits.', 'writer person'],
    ['Our founder waits. I help him. He plans.', 'leader writer leader'],
    ['I help her. She plans.', 'writer person'],
    ['Our founder waits. I plan. He plans.', 'leader writer leader'],
    ['Our founder waits. Speaks five languages. He plans.', 'leader unsaid leader'],
    ['Our assistant waits. They plan.', 'person person'],
    ['Our managers wait. They plan.', 'ours thing'],
    ['Our assistant waits. We wait. They plan.', 'person us thing'],
    ['Our assistant waits. My clients wait. They plan.', 'person ours thing'],
    ['Our assistant waits. It helps. They plan.', 'person thing person'],
    ['Things help Maria and Nils. They plan.', 'thing thing'],
  ])('%s', (text, whom) => {
    expect(told(text)).toBe(whom);
  });
});

describe('what somebody is told to say tells of whom it is about', () => {
  test.each([
    ['Dana says that we wait.', 'us'],
    ['Dana thinks we wait.', 'us'],
    ['Dana tells us that we wait.', 'us'],
    ['Dana tells me we wait.', 'us'],
    ['Dana told us there is a file.', 'thing'],
    ['Our assistant complains that nobody waits.', 'everybody'],
    ['Dana says nobody waits.', 'person'],
    ['Dana says that her files wait.', 'person'],
    ['Dana says that we help her.', 'person'],
    ['Dana tells that we wait.', 'person'],
    ['Dana keeps that we wait.', 'person'],
    ['Dana tells everybody that we wait.', 'person'],
    ['Dana keeps files and says that we wait.', 'person'],
    ['Our founder says that we wait.', 'leader'],
    ['Dana says that.', 'person'],
  ])('%s: %s', (text, whom) => {
    expect(told(text)).toBe(whom);
  });
});

test('nothing tells of nobody', () => {
  expect(told('')).toBe('');
});

test('strong stops part a sentence, but not after an initial', () => {
  expect(told('we wait; they plan (she keeps files)')).toBe('us thing person');
  expect(told('we like a; she waits')).toBe('us person');
  expect(told('we like x; she waits')).toBe('us');
});
