import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchKind, runBatch } from '../../src/cli/batch.ts';
import { openAdvisor } from '../../src/knowledge/open-advisor.ts';

const advisor = openAdvisor();

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

  test('ranks all six types', async () => {
    const [result] = await batch('type', '{"id":"t","text":"He was expected to succeed her."}');
    expect(result?.types).toHaveLength(6);
  });

  test('gives one line for every line that is not blank, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), async (lines) => {
        const input = lines.map((line) => line.replace(/[\r\n\u2028\u2029]/g, ' '));
        const results = await batch('check', input.join('\n'));
        expect(results).toHaveLength(
          input.filter((line) => line.replace(/^\uFEFF/, '').trim() !== '').length,
        );
      }),
      { numRuns: 50 },
    );
  });
});
