import { expect, test } from 'vitest';
import { phraseAdvice } from '../../src/phrasing/template.ts';
import { theAdvisor } from '../support/advisor.ts';

test('facts that change a verdict only together are told as one condition', () => {
  const advisor = theAdvisor();
  const advice = advisor.check(
    'Our COO sets the budget and policy. Nobody takes minutes, nobody checks in with the teams and nobody follows through on decisions',
  );
  const { wouldChange } = phraseAdvice(advice, advisor);
  expect(wouldChange).toContain(
    'If it turned out that ideas and plans become finished work and that scheduling, records and reporting are taken care of, the answer would be neither of the two.',
  );
});
