import { describe, expect, test } from 'vitest';
import { addTokens, noteTold, readTokens, tokenDay } from '../../src/records/llm-tokens.ts';
import { DAY_MS } from '../../src/retention.ts';
import { AT } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend(
    'tokens of a day are added up by all at once, and the first alone is to tell of them',
    async () => {
      const store = await aStore(backend);
      const day = tokenDay(AT);
      await Promise.all([300, 500, -100, 41].map((tokens) => addTokens(store, 'T1', day, tokens)));
      const told = await Promise.all([1, 2, 3].map(() => noteTold(store, 'T1', day)));
      expect(told.filter(Boolean)).toHaveLength(1);
      expect(await addTokens(store, 'T1', day, 1)).toBe(742);
      expect(await readTokens(store, 'T1', day)).toEqual({ tokens: 742, told: true });
      expect(await readTokens(store, 'T1', tokenDay(AT + DAY_MS))).toMatchObject({ tokens: 0, told: false });
      expect(await readTokens(store, 'T2', day)).toMatchObject({ tokens: 0 });
    },
  );
});
