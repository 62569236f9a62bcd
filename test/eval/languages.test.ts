import { expect, test } from 'vitest';
import { readLanguages } from '../../eval/languages.ts';
import { theAdvisor } from '../support/advisor.ts';

test('a situation told in another language is not decided', () => {
  expect(readLanguages(theAdvisor()).filter(({ decided }) => decided.length > 0)).toEqual([]);
});
