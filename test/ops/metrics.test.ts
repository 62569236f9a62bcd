import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openOperations } from '../../src/ops/operations-server.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { aDigest, aRunner, aSmallTeam, HOUR_MS, MONDAY } from '../support/digests.ts';
import { rolefitWithModel } from '../support/language-model.ts';
import { metricsAt, ourMetrics } from '../support/metrics.ts';
import { json } from '../support/model-server.ts';
import { aLocalSlack, MODES, rolefitIn } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aStore } from '../support/stores.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';

test('every metric that docs/operating.md lists exists, and no other of ours', async () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');
  const listed = [...guide.matchAll(/^\| `(rolefit_\w+)`/gm)].map(([, name]) => String(name));
  const { running } = await rolefitIn('socket', { operations: true });
  expect(ourMetrics(await metricsAt(running)).sort()).toEqual(listed.sort());
});

describe.each(MODES)('over %s', (mode) => {
  test('acks, advice, refusals, the store and failed calls are counted as they happen', async () => {
    const { slack, founder, running } = await rolefitIn(mode, { operations: true });
    await founder.types(`/rolefit ${STORY}`, { channel: 'general' });
    await founder.awaits('general');
    const first = await metricsAt(running);
    expect(first).toMatch(/rolefit_acks_total [1-9]/);
    expect(first).toMatch(/rolefit_ack_seconds_count [1-9]/);
    expect(first).toMatch(/rolefit_advice_total\{outcome="implementer"\} 1/);
    expect(first).toMatch(/rolefit_store_seconds_count\{operation="get"\} [1-9]/);
    expect(first).not.toContain('rolefit_slack_errors_total{');

    slack.faults.next('chat.postMessage', { error: 'fatal_error' });
    await founder.types('What is the capital of Peru?', { channel: 'app' });
    await founder.awaits('app');
    const second = await metricsAt(running);
    expect(second).toMatch(/rolefit_refusals_total\{reason="unanswered"\} 1/);
    expect(second).toMatch(/rolefit_slack_errors_total\{method="chat.postMessage",code="fatal_error"\} 1/);
  });
});

test('who asks too much is counted', async () => {
  const { founder, running } = await rolefitIn('socket', { operations: true });
  for (let asked = 0; asked < 32; asked += 1) await founder.types('/rolefit help', { channel: 'general' });
  await vi.waitFor(async () =>
    expect(await metricsAt(running)).toMatch(/rolefit_rate_limited_total\{whose="person"\} [12]/),
  );
});

test('answers of a model are counted with their tokens, and what the guard refused with its fault', async () => {
  const { founder, running, behave } = await rolefitWithModel({ operations: true });
  await founder.types(STORY, { channel: 'app' });
  await founder.awaits('app');
  const text = await metricsAt(running);
  expect(text).toMatch(/rolefit_llm_answers_total\{result="phrased"\} 1/);
  expect(text).toMatch(/rolefit_llm_tokens_total\{direction="input"\} 700/);
  expect(text).toMatch(/rolefit_llm_tokens_total\{direction="output"\} 120/);
  expect(text).toMatch(/rolefit_llm_answer_tokens_sum 820/);

  behave((response, body, request) => {
    const words = {
      sentences: [
        { text: 'You need a COO, hire Bob for $900,000.', passages: ['nowhere'], rules: ['nothing'] },
      ],
    };
    json(200, {
      id: 'r',
      object: 'response',
      status: 'completed',
      output: [
        {
          type: 'message',
          id: 'm',
          role: 'assistant',
          content: [{ type: 'output_text', text: JSON.stringify(words) }],
        },
      ],
      usage: { input_tokens: 700, output_tokens: 120 },
    })(response, body, request);
  });
  await founder.types(
    '/rolefit We are 40 people, the founder sells all day and nobody runs daily operations',
    {
      channel: 'general',
    },
  );
  await founder.awaits('general');
  expect(await metricsAt(running)).toMatch(/rolefit_guard_failures_total\{reason="\w[\w-]*"\} 1/);
});

test('a digest is counted when it was posted', async () => {
  const clock = aClock(MONDAY - HOUR_MS);
  const { slack, store } = { slack: await aLocalSlack({ now: clock.now }), store: await aStore('sqlite') };
  const { url, close } = await openOperations({ host: '127.0.0.1', port: 0 }, new Readiness());
  await aSmallTeam(store);
  await aDigest(store, clock.now());
  const runner = aRunner(slack, store, clock.now);
  clock.pass(HOUR_MS);
  await runner.runDue();
  await runner.runDue();
  expect(await metricsAt({ operationsUrl: url })).toMatch(/rolefit_digests_total\{state="posted"\} 1\n/);
  await close();
});
