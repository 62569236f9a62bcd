import { describe, expect, test } from 'vitest';
import { pinAnswer, pinnedAnswerTo, unpinAnswer } from '../../src/records/pinned-answers.ts';
import { AT, audit } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('a pinned answer is found however its question is spelled, and by its passage', async () => {
    const store = await aStore(backend);
    const question = 'Who approves  the budget?';
    await pinAnswer(
      store,
      'T1',
      { by: 'UOPS', at: AT },
      { question, answer: 'Ada does.', passage: 'coo-duties' },
    );
    expect(await pinnedAnswerTo(store, 'T1', 'who approves THE budget')).toMatchObject({
      answer: 'Ada does.',
      author: 'UOPS',
    });
    await unpinAnswer(store, 'T1', { by: 'UOPS', at: AT + 1 }, question);
    await unpinAnswer(store, 'T1', { by: 'UOPS', at: AT + 2 }, question);
    expect(await pinnedAnswerTo(store, 'T1', question)).toBeUndefined();
    expect((await audit(store)).map(({ what }) => what)).toEqual([
      'pinned-answers.unpinned',
      'pinned-answers.pinned',
    ]);
  });
});
