import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_EXAMPLES, BATCH_HELP, type BatchKind, runBatch } from '../../src/cli/batch.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();

async function batch(kind: BatchKind, input: string): Promise<Record<string, unknown>[]> {
  let text = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  await runBatch(kind, advisor, Readable.from([input]), output);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('a batch', () => {
  test('answers in the order of its lines and keeps their ids', async () => {
    const lines = ['a', 'b', 'c'].map((id) => JSON.stringify({ id, question: 'What is a COO?' }));
    const results = await batch('ask', lines.join('\r\n'));
    expect(results.map(({ id, answered }) => [id, answered])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
    ]);
  });

  test('says what is wrong with a bad line and goes on with the rest', async () => {
    const [bad, good] = await batch(
      'check',
      '{oops\n\n{"id":1,"text":"We plan a lot and nothing gets finished"}\n',
    );
    expect(bad).toEqual({ line: 1, error: 'The line is not JSON. Write one JSON object a line.' });
    expect(good).toMatchObject({ id: 1, verdict: { role: 'implementer' } });
  });

  test.each(Object.entries(BATCH_EXAMPLES) as [BatchKind, string][])(
    'takes the line that the help shows of the kind %s',
    async (kind, line) => {
      expect(BATCH_HELP).toContain(line);
      expect(await batch(kind, line)).toEqual([expect.objectContaining({ id: 1 })]);
    },
  );

  test('ranks all six types', async () => {
    const [result] = await batch('type', '{"id":"t","text":"He was expected to succeed her."}');
    expect(result?.types).toHaveLength(6);
  });

  test('reads the family of a job and the class of each duty', async () => {
    const duties = ['Lead the department heads.', 'Approve budgets.', 'Other duties as assigned.'];
    const [result, untitled] = await batch(
      'duties',
      `${JSON.stringify({ id: 'd', title: 'Assistant', duties })}\n${JSON.stringify({ id: 2, duties: [] })}`,
    );
    expect(result).toMatchObject({ id: 'd', family: 'executive-operations', titleFits: false });
    expect(result?.duties).toMatchObject(duties.map((text) => ({ text, class: 'executive' })));
    expect(untitled).toEqual({ id: 2, family: 'out-of-scope', duties: [], titleFits: null });
  });

  test.each([
    ['{"id":1}', '"duties"'],
    ['{"id":1,"duties":"Lead"}', '"duties"'],
    ['{"id":1,"duties":["Lead",7]}', '"duties.1"'],
    ['{"id":1,"title":7,"duties":[]}', '"title"'],
    ['[]', 'The object'],
  ])('says which part of a job cannot be used: %s', async (line, part) => {
    expect(await batch('duties', line)).toEqual([
      {
        line: 1,
        error: `${part} is missing or of the wrong kind. Give an id, a list of duties and, if there is one, the title as text.`,
      },
    ]);
  });

  test('takes no separator within a text for the end of its line', async () => {
    const line = JSON.stringify({ id: 1, text: 'We are 14 people.\u2028Nothing gets finished.\u2029' });
    expect(await batch('check', `${line}\r\n${line}`)).toEqual([
      expect.objectContaining({ id: 1 }),
      expect.objectContaining({ id: 1 }),
    ]);
  });

  test('gives one line for every line that is not blank, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (lines) => {
        const input = lines.map((line) => line.replaceAll('\n', ' '));
        const results = await batch('check', input.join('\n'));
        expect(results).toHaveLength(
          input.filter((line) => line.replace(/^\uFEFF/, '').trim() !== '').length,
        );
      }),
      { numRuns: 50 },
    );
  });
});
