import Keyv from 'keyv';
import { describe, expect, test } from 'vitest';
import type { LlmOutcome } from '../../src/phrasing/llm.ts';
import { createLlm } from '../../src/phrasing/llm.ts';
import { phrasingCache } from '../../src/phrasing/phrasing-cache.ts';
import { phraseAdvice } from '../../src/phrasing/template.ts';
import { renderText } from '../../src/phrasing/text.ts';
import { createDailyBudget } from '../../src/phrasing/token-budget.ts';
import { aModelServer, json, responseWith } from '../support/model-server.ts';
import { advisor, aModel, aPhraser, memoryCounter, obedient, prompts } from '../support/phrasing.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const advice = advisor.check(STORY);
const template = phraseAdvice(advice, advisor);
const usage = { input: 700, output: 120 };

const aFaithfulModel = () => aModel((request) => ({ text: obedient(request), usage }));
const saying = (text: string) => aModel((): LlmOutcome => ({ text, usage }));
const flipped = JSON.stringify({
  sentences: [
    { text: 'You need a COO.', rules: ['ideas-do-not-become-work'], passages: ['implementer-definition'] },
  ],
});

describe('a phrasing that passes the guard', () => {
  test('takes the place of the reasons; the verdict and all else stay the template’s', async () => {
    const phrased = await aPhraser({ llm: aFaithfulModel().llm }).phrase(advice, { workspace: 'T1' });
    expect(phrased).toMatchObject({ source: 'llm', usage, cached: false });
    const { account, ...rest } = phrased.phrasing;
    expect(rest).toEqual(template);
    expect(account).toMatchObject({
      reasons: 3,
      sentences: phrased.sentences.map(({ text, passages }) => ({ text, passages })),
    });
    const text = renderText(phrased.phrasing, advisor.passages);
    expect(text).toMatch(/^You need an implementer, not a chief operating officer/);
    expect(text).toContain('From: What an implementer is, Why creative people need implementers and');
    expect(text).not.toContain('Why:');
  });

  test('gives names back that the model never saw', async () => {
    const text =
      'Maria Okonkwo runs finance, logistics and customer service, signs off the annual budget and reports only to the chief executive.';
    const { llm, asked } = aModel((request) => ({
      text: obedient(request).replace(
        'Answering for budgets',
        'NAME_1 NAME_2 signs off the annual budget, and answering for budgets',
      ),
      usage,
    }));
    const phrased = await aPhraser({ llm }).phrase(advisor.check(text, 'candidate'), {
      workspace: 'T1',
      question: `${text} Mail maria@example.com or <@U012AB3CD>.`,
    });
    expect(asked[0]?.prompt).not.toMatch(/Maria|Okonkwo|example\.com|U012AB3CD/);
    expect(phrased.source).toBe('llm');
    expect(phrased.sentences.map(({ text }) => text).join(' ')).toContain(
      'Maria Okonkwo signs off the annual budget, and answering for budgets',
    );
  });
});

describe('the template is shown, and told why', () => {
  test.each([
    ['without a model', {}, { reason: 'off' }],
    [
      'without consent',
      { llm: aFaithfulModel().llm, hasConsent: async () => false },
      { reason: 'no_consent' },
    ],
    ['when the verdict is turned round', { llm: saying(flipped).llm }, { reason: 'guard', fault: 'verdict' }],
    ['when the model says no JSON', { llm: saying('Sure! You need a COO.').llm }, { reason: 'malformed' }],
    ['when the model says 100 kB', { llm: saying(flipped.padEnd(100_000)).llm }, { reason: 'malformed' }],
    [
      'when the service fails',
      { llm: aModel(() => ({ failure: 'server_error' })).llm },
      { reason: 'server_error' },
    ],
    [
      'when something of ours breaks',
      { llm: aModel(() => Promise.reject(new Error('broken'))).llm },
      { reason: 'fault', error: expect.objectContaining({ message: 'broken' }) },
    ],
    [
      'when consent cannot be read',
      { llm: aFaithfulModel().llm, hasConsent: () => Promise.reject(new Error('store')) },
      { reason: 'fault', error: expect.objectContaining({ message: 'store' }) },
    ],
  ])('%s', async (_, parts, expected) => {
    const phrased = await aPhraser(parts).phrase(advice, { workspace: 'T1' });
    expect(phrased).toMatchObject({ source: 'template', phrasing: template, sentences: [], ...expected });
  });

  test('when nothing fired that could be phrased', async () => {
    const { llm, asked } = aFaithfulModel();
    const phrased = await aPhraser({ llm }).phrase(advisor.check('Hello there, this is nice'), {
      workspace: 'T1',
    });
    expect(phrased).toMatchObject({ source: 'template', reason: 'nothing_to_phrase' });
    expect(asked).toEqual([]);
  });

  test('when the asker leaves', async () => {
    const leaving = new AbortController();
    const server = await aModelServer(() => leaving.abort());
    const llm = createLlm({ apiKey: 'sk-test', model: 'test-model', baseUrl: server.baseUrl });
    const phrased = await aPhraser({ llm }).phrase(advice, { workspace: 'T1', signal: leaving.signal });
    expect(phrased).toMatchObject({ source: 'template', reason: 'cancelled' });
  });
});

test('over the network it is the same', async () => {
  const server = await aModelServer((response, body, request) =>
    json(200, responseWith(obedient({ prompt: body.input })))(response, body, request),
  );
  const llm = createLlm({ apiKey: 'sk-test', model: 'test-model', baseUrl: server.baseUrl });
  const phrased = await aPhraser({ llm }).phrase(advice, { workspace: 'T1', question: STORY });
  expect(phrased).toMatchObject({ source: 'llm', usage: { input: 700, output: 120 } });
});

describe('a phrasing is kept', () => {
  const kept = (keyv = new Keyv()) => {
    const errors: unknown[] = [];
    return { errors, cache: phrasingCache(keyv, (error) => errors.push(error)) };
  };

  test('and not asked for again, for the same workspace, verdict, words, prompt and model', async () => {
    const { llm, asked } = aFaithfulModel();
    const phraser = aPhraser({ llm, ...kept() });
    const first = await phraser.phrase(advice, { workspace: 'T1' });
    const second = await phraser.phrase(advice, { workspace: 'T1' });
    expect(second).toEqual({ ...first, cached: true, usage: undefined });
    expect(asked).toHaveLength(1);
    await phraser.phrase(advice, { workspace: 'T2' });
    await phraser.phrase(advice, { workspace: 'T1', question: STORY });
    expect(asked).toHaveLength(3);
  });

  test('apart for each verdict, version of the prompt and model', async () => {
    const { llm, asked } = aFaithfulModel();
    const { cache } = kept();
    const other = advisor.check('Our records are a mess and nobody follows up.');
    const newer = { ...prompts.advice, version: prompts.advice.version + 1 };
    await aPhraser({ llm, cache }).phrase(advice, { workspace: 'T1' });
    for (const [parts, what] of [
      [{ llm }, other],
      [{ llm, prompt: newer }, advice],
      [{ llm: { ...llm, model: 'another-model' } }, advice],
    ] as const)
      expect(await aPhraser({ ...parts, cache }).phrase(what, { workspace: 'T1' })).toMatchObject({
        source: 'llm',
        cached: false,
      });
    expect(asked).toHaveLength(4);
  });

  test('but what fails the guard is not', async () => {
    const { llm, asked } = saying(flipped);
    const phraser = aPhraser({ llm, ...kept() });
    await phraser.phrase(advice, { workspace: 'T1' });
    await phraser.phrase(advice, { workspace: 'T1' });
    expect(asked).toHaveLength(2);
  });

  test('and guarded again: what somebody put there is not shown', async () => {
    const keyv = new Keyv();
    keyv.get = async () => JSON.parse(flipped);
    const { llm, asked } = aFaithfulModel();
    const phrased = await aPhraser({ llm, ...kept(keyv) }).phrase(advice, { workspace: 'T1' });
    expect(phrased).toMatchObject({ source: 'llm', cached: false });
    expect(asked).toHaveLength(1);
  });

  test('a store that fails is told of, and costs no more than the saving', async () => {
    const keyv = new Keyv();
    keyv.get = () => Promise.reject(new Error('down'));
    keyv.set = () => Promise.reject(new Error('down'));
    const { errors, cache } = kept(keyv);
    expect(
      await aPhraser({ llm: aFaithfulModel().llm, cache }).phrase(advice, { workspace: 'T1' }),
    ).toMatchObject({
      source: 'llm',
    });
    expect(errors).toHaveLength(2);
  });
});

describe('the tokens of a workspace and day', () => {
  const budgetOf = (perDay: number, now = () => new Date('2026-11-25T10:00:00Z')) =>
    createDailyBudget(memoryCounter(), perDay, now);

  test('are spent by one workspace without the others, and begin anew at midnight UTC', async () => {
    let now = new Date('2026-11-25T23:59:00Z');
    const budget = budgetOf(2_500, () => now);
    const phraser = aPhraser({ llm: aFaithfulModel().llm, budget });
    const reasonFor = async (workspace: string) => (await phraser.phrase(advice, { workspace })).reason;
    expect([await reasonFor('T1'), await reasonFor('T1'), await reasonFor('T1')]).toEqual([
      undefined,
      'budget',
      'budget',
    ]);
    expect(await reasonFor('T2')).toBeUndefined();
    now = new Date('2026-11-26T00:00:00Z');
    expect(await reasonFor('T1')).toBeUndefined();
  });

  test('are set aside before a call, so that two at once do not spend them twice', async () => {
    const phraser = aPhraser({ llm: aFaithfulModel().llm, budget: budgetOf(2_500) });
    const both = await Promise.all([1, 2].map(() => phraser.phrase(advice, { workspace: 'T1' })));
    expect(both.map(({ reason }) => reason).sort()).toEqual(['budget', undefined].sort());
  });

  test('are given back when the circuit is open, as nothing was sent', async () => {
    const counter = memoryCounter();
    const budget = createDailyBudget(counter, 3_000, () => new Date('2026-11-25T10:00:00Z'));
    const { llm } = aModel(() => ({ failure: 'circuit_open' }));
    await aPhraser({ llm, budget }).phrase(advice, { workspace: 'T1' });
    expect(await counter.add('T1', '2026-11-25', 0)).toBe(0);
  });

  test('that cannot be counted are not spent', async () => {
    const budget = createDailyBudget({ add: () => Promise.reject(new Error('down')) }, 3_000);
    const { llm, asked } = aFaithfulModel();
    expect(await aPhraser({ llm, budget }).phrase(advice, { workspace: 'T1' })).toMatchObject({
      reason: 'budget_unknown',
      error: expect.objectContaining({ message: 'down' }),
    });
    expect(asked).toEqual([]);
  });
});
