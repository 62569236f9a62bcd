import { describe, expect, test } from 'vitest';
import { tokenize, tokenizeLines } from '../../../src/advisor/extract/tokenize.ts';

const names = (sentences: ReturnType<typeof tokenize>): string[] =>
  sentences
    .flat()
    .filter(({ word }) => word.startsWith('@'))
    .map(({ word }) => word.slice(1));
const namesIn = (text: string) => names(tokenize(text));
const namesInLines = (text: string) => names(tokenizeLines(text));

describe('a name begins', () => {
  test.each([
    ['within a sentence, with a capital', 'So Maria keeps files.', ['maria']],
    ['with a title, also at the head', 'Mrs Santos keeps files.', ['mrs santos']],
    ['with an initial before a name', 'So J. Santos keeps it.', ['j santos']],
    ['with an initial and a stop alone', 'So J Santos keeps it.', ['santos']],
    ['with "the", before a capital', 'So The Company keeps it.', ['the company']],
    ['in a script without capitals', 'So 李伟 keeps it.', ['李 伟']],
  ])('%s: %s', (_, text, found) => {
    expect(namesIn(text)).toEqual(found);
  });

  test.each([
    ['with a title in small letters', 'So mr files keep it.'],
    ['with a title alone', 'So Mr keeps it.'],
    ['with a post', 'So Director keeps it.'],
    ['with a small word', 'So We keep it.'],
    ['with "I"', 'So I keep it.'],
    ['with an initial alone', 'So J keeps it.'],
    ['after an article', 'So the Berg keeps it.'],
    ['with a capital inside', 'So iPhone keeps it.'],
    ['with an initial before a word', 'So plan J. files keep it.'],
    ['with "the" alone', 'So The keeps it.'],
    ['with all capitals', 'So FILES keep it.'],
    ['that is a plural', 'So Files keep it.'],
    ['at the head, known from nowhere', 'Maria keeps it.'],
    ['after a stop, known from nowhere', 'So: Maria keeps it.'],
  ])('not %s: %s', (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('also with a plural that is a name, or that goes on', () => {
    expect(namesIn('So Lars keeps it.')).toEqual(['lars']);
    expect(namesIn('So Jones keeps it.')).toEqual(['jones']);
    expect(namesIn('So Files Maria keeps it.')).toEqual(['files maria']);
    expect(namesIn('So Ross keeps it.')).toEqual(['ross']);
  });
});

describe('a name goes on', () => {
  test.each([
    ['over capitals', 'So Maria Clara Neves keeps it.', ['maria clara neves']],
    ['over particles before a capital', 'So Maria van der Berg keeps it.', ['maria van der berg']],
    ['over hyphens', 'So Al-sayed keeps it.', ['al sayed']],
    ['over initials', 'So Maria J. Berg keeps it.', ['maria j berg']],
    ['not over small words', 'So Maria keeps Berg.', ['maria', 'berg']],
    ['not over a particle that ends it', 'So Maria van keeps it.', ['maria']],
    ['not over "I"', 'So with Maria I keep it.', ['maria']],
    ['not over capitals alone', 'So Maria HR keeps it.', ['maria']],
    ['not over a comma', 'So Maria, Berg keeps it.', ['maria', 'berg']],
    ['not over a stop', 'So Maria (Berg) keeps it.', ['maria']],
  ])('%s: %s', (_, text, found) => {
    expect(namesIn(text)).toEqual(found);
  });
});

describe('at the head of a sentence a name is told', () => {
  test.each([
    ['where it stands elsewhere as a name', 'Maria keeps it. So Maria keeps it.', ['maria', 'maria']],
    ['before "and" and a name', 'Berta and Maria keep it. So Maria keeps it.', ['berta', 'maria', 'maria']],
    ['by the form of its company', 'Files Inc keeps it.', ['files inc']],
    ['where it may be a verb, before another', 'Grace Berg keeps it.', ['grace berg']],
    ['where it may be a verb, before a verb', 'Grace keeps it.', ['grace']],
    ['where it may be a verb, before one with an object', 'Grace files the plans.', ['grace']],
    ['after a stop, where it may be a verb', 'So: Grace.', ['grace']],
  ])('%s: %s', (_, text, found) => {
    expect(namesIn(text)).toEqual(found);
  });

  test.each([
    ['where it may be a verb, alone', 'Grace.'],
    ['where it may be a verb, before a noun', 'Order files.'],
    ['where it may be a verb, before a comma', 'Grace, we wait.'],
    ['where it is an English word before a verb', 'Files keeps it.'],
    ['where it is a small word', 'The keeps it.'],
    ['without a capital', 'grace keeps it.'],
    ['where it may be a verb, before a stop', 'Grace: keeps it.'],
    ['where it may be a verb, with an object', 'Order file the plans.'],
    ['where it is a post', 'Director keeps it. So Director keeps it.'],
    ['before "and" and no name', 'Berta and files wait.'],
    ['by the form of a company alone', 'Inc keeps it.'],
  ])('not %s: %s', (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('not before a name without "and", nor with a word before it', () => {
    expect(namesIn('Berta likes Maria. So Maria keeps it.')).toEqual(['maria', 'maria']);
    expect(namesIn('Because Maria and Nils wait, so Nils keeps it.')).toEqual(['maria', 'nils', 'nils']);
  });

  test('a post in a name is no name elsewhere', () => {
    expect(namesIn('Director keeps it. So Maria Director keeps it.')).toEqual(['maria director']);
  });
});

describe('where capitals mean little no name is told', () => {
  test.each([
    ['small words have them', 'So Maria Keeps It And Waits. So Maria waits.'],
    ['two nouns have them', 'So the Files and our Plans wait for Maria.'],
    ['all words of a heading have them', 'Great Plans for Maria Berg'],
  ])('%s: %s', (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test.each([
    ['one noun has one', 'So the Files wait for Maria.', ['maria']],
    ['posts have them', 'So the Director and our Manager wait for Maria.', ['maria']],
    ['there is a verb of a sentence', 'Great Plans are Maria Berg', ['maria berg']],
    ['all that stands before the verb has them', 'Blue Bottle is with Maria.', ['blue bottle', 'maria']],
    ['that begins with "The"', 'The Book Company is with Maria.', ['the book company', 'maria']],
    ['it is a post', 'Sales Director is what Maria is called.', ['maria']],
    ['it is something done', 'Record Keeping is what Maria lacks.', ['keeping', 'maria']],
    ['there are few words', 'Great Maria Berg', ['maria berg']],
    ['one word has none', 'Great Files made Maria Berg', ['maria berg']],
    ['"The" is a name’s own', 'So The Company and The Firm wait.', ['the company', 'the firm']],
  ])('but where %s: %s', (_, text, found) => {
    expect(namesIn(text)).toEqual(found);
  });
});

test('a heading tells nothing of other sentences', () => {
  expect(namesIn('Great Plans for Maria Berg\nSo Nils keeps it.')).toEqual(['nils']);
});

describe('in lines of work only those names are told that', () => {
  test.each([
    ['could be read as work', 'Support Chase with files. So Maria waits.', ['chase']],
    ['are of a company by its form', 'Work for Files Company in small towns.', ['files company']],
    ['are of a company of more words', 'Work for Files Berg Company in small towns.', ['files berg company']],
    ['begin a line', 'Chase Berg keeps it.', ['chase berg']],
    ['begin with "Will", before such a name', 'Will Chase keeps it.', ['will chase']],
  ])('%s: %s', (_, text, found) => {
    expect(namesInLines(text)).toEqual(found);
  });

  test.each([
    ['promise work', 'Will Maria keeps it.'],
    ['could not be read as work', 'Work with Maria Berg.'],
    ['are a form alone', 'Work for Inc here.'],
  ])('not those that %s: %s', (_, text) => {
    expect(namesInLines(text)).toEqual([]);
  });

  test('within a line "Will" is a name', () => {
    expect(namesInLines('Work with Will Berg.')).toEqual(['will berg']);
  });
});
