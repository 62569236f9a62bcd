import { describe, expect, test } from 'vitest';
import { createWorkReader, type DescribedWork, withDutyMix } from '../../../src/advisor/duties/duty-mix.ts';
import { createWorkFinder } from '../../../src/advisor/duties/work-text.ts';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { aMark, readLine } from './small-marks.ts';

/** What stands in square brackets is beside the matter. */
const withoutAsides = (text: string): string =>
  text.replace(/\[[^\]]*\]/g, (aside) => ' '.repeat(aside.length));
const workOf = createWorkReader(
  createWorkFinder([aMark('work', 1, 'duties'), aMark('aside', 1, 'benefits')]),
  readLine,
  withoutAsides,
);
const told = (text: string) => {
  const work = workOf(text);
  return work && [work.family, work.clearest.text];
};

describe('a text tells of work', () => {
  test.each([
    ['executive', 'Approve. Approve it.', ['executive-operations', 'Approve']],
    ['hands-on', 'Type. Type and approve them. Type and type.', ['hands-on-implementation', 'Type and type']],
    ['mixed', 'Type. Approve it, strategic as it is.', ['mixed', 'Approve it, strategic as it is']],
    ['another', 'Type. Paint and sing. Sing and paint.', ['out-of-scope', 'Paint and sing']],
  ])('%s, and the line that speaks most clearly of it', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('of its family, however clearly another line speaks of other work', () => {
    expect(told('Approve. Approve it, strategic as it is. Type, type and approve.')).toEqual([
      'executive-operations',
      'Approve it, strategic as it is',
    ]);
    expect(told('Paint and sing. Sing and paint. Type, type and paint.')).toEqual([
      'out-of-scope',
      'Paint and sing',
    ]);
  });

  test('in one line that names three tasks, unless they are of another profession', () => {
    expect(told('Type, type and approve.')).toEqual(['hands-on-implementation', 'Type, type and approve']);
    expect(told('Paint, sing and paint.')).toBeNull();
    expect(told('Paint, sing and paint.\nPaint and sing.')?.[0]).toBe('out-of-scope');
  });
});

describe('a text tells too little of work', () => {
  test.each([
    ['where it has none', ''],
    ['where nothing of it is known', 'Walk. Run. Jump.'],
    ['where it has one clear line with less than three tasks', 'Type and approve.'],
    ['where all but one of its lines are less than clear', 'Type. A company. Assist him. Sing.'],
    ['where what there is is beside the matter', '[Type. Approve.] Type.'],
    ['where it lies beyond what is read', `Type.${' '.repeat(MAX_TEXT)}Approve. Type.`],
  ])('%s', (_, text) => {
    expect(workOf(text)).toBeNull();
  });
});

describe('a line that is less than clear', () => {
  const CLEAR = 'Approve.\nApprove it.\n';

  test('counts where it is listed, and not in running text', () => {
    expect(told(`${CLEAR}Walk. Run. Jump. Hop.`)?.[0]).toBe('executive-operations');
    expect(told(`${CLEAR}- Walk\n- Run\n- Jump\n- Hop`)?.[0]).toBe('out-of-scope');
  });

  test('counts where it is listed even beside the matter', () => {
    expect(told(`${CLEAR}- [Type]\n- [Type]\n- [Type]`)?.[0]).toBe('hands-on-implementation');
    expect(told(`${CLEAR}[Type.] [Type.] [Type.]`)?.[0]).toBe('executive-operations');
  });
});

describe('the mix of duties is a fact', () => {
  const findings = {
    facts: [{ name: 'a', value: true, source: 'extracted' as const }],
    tentative: [],
    contradictions: [],
  };
  const clearest = { text: 'type', start: 3, end: 7, listed: true };
  const factsOf = (work: DescribedWork | null, subject: 'job' | 'candidate' | 'situation') =>
    withDutyMix(
      () => findings,
      () => work,
    )('', subject).facts.slice(1);

  test.each([
    ['executive-operations', 'executive'],
    ['hands-on-implementation', 'hands-on'],
    ['mixed', 'mixed'],
    ['out-of-scope', 'other'],
  ] as const)('of %s work: %s', (family, value) => {
    const fact = {
      name: 'dutyMix',
      value,
      source: 'extracted',
      evidence: { text: 'type', start: 3, end: 7 },
    };
    expect(factsOf({ family, clearest }, 'job')).toEqual([fact]);
    expect(factsOf({ family, clearest }, 'candidate')).toEqual([fact]);
  });

  test('of a person or a job, not of a company, and none where too little is told', () => {
    expect(factsOf({ family: 'mixed', clearest }, 'situation')).toEqual([]);
    expect(factsOf(null, 'job')).toEqual([]);
  });
});
