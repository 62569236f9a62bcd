import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { theAdvisor } from '../../support/advisor.ts';

/** The names in a text, in small letters. */
const namesIn = (text: string): string[] =>
  tokenize(text)
    .flat()
    .filter(({ word }) => word.startsWith('@'))
    .map(({ word }) => word.slice(1));

describe('a name', () => {
  test.each([
    ['Our CEO Young leads it.', ['young']],
    ['We work with Maria van der Berg and Chase Rich.', ['maria van der berg', 'chase rich']],
    ['We asked Dr. Amina Al-Sayed. She agreed.', ['dr amina al sayed']],
    ['Our founder, J. R. Smith, retires.', ['j r smith']],
    ['Will Chase leads three departments.', ['will chase']],
    ['Chase leads three departments.', ['chase']],
    ['We like Order. Order grows.', ['order', 'order']],
    ['They bought The Book Company.', ['the book company']],
    ['Everybody likes Nils and Marcus, who set policies.', ['nils', 'marcus']],
    ['Our founder, 李伟 Santos, will retire.', ['李 伟 santos']],
    ['Finish Line Ltd is ours.', ['finish line ltd']],
    ['We asked Sven. Maria del Carmen García and Sven agreed.', ['sven', 'maria del carmen garcía', 'sven']],
  ])('is told in: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    'Chase invoices.',
    'Order supplies and book rooms.',
    'She is the Chief Operating Officer.',
    'He is Head of Sales, Marketing and HR.',
    'Company is growing.',
    'New ideas come up every Monday.',
    'We Are Drowning In Work And Nobody Keeps Records',
    'Many Ideas pile up, our Plans are dropped and nobody does Paperwork.',
    'Nobody keeps Records.',
    'We closed our Series A. We need a COO.',
    'I AM BURIED IN WORK',
  ])('is not told in: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

test('in lines of work a company is told by its form, so that no word of its name is taken for work', () => {
  const { facts } = theAdvisor().check(
    'The Book Company is looking for a Chief Operating Officer who will lead all departments and answer for the budget.',
    'job',
  );
  expect(facts.map(({ name }) => name)).toEqual(['leadsDepartments', 'ownsResults']);
});
