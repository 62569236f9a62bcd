import { execFile } from 'node:child_process';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { everySoOften } from '../../src/digest-runner/clock.ts';
import { openOperations } from '../../src/ops/operations-server.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { MODES, rolefitIn, silent } from '../support/rolefit.ts';

const FILE = new URL('../../src/health-check.ts', import.meta.url).pathname;

const readyz = async (url: string | undefined) => {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.json() };
};

describe.each(MODES)('over %s', (mode) => {
  test('an app that works is alive and ready, part by part', async () => {
    const { running } = await rolefitIn(mode, { operations: true });
    const parts = { store: 'ok', slack: 'ok', clock: 'ok' };
    await vi.waitFor(async () =>
      expect(await readyz(running.operationsUrl)).toEqual({ status: 200, body: { ready: true, parts } }),
    );
    expect((await fetch(`${running.operationsUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${running.operationsUrl}/other`)).status).toBe(404);
    await running.stop();
    await expect(fetch(`${running.operationsUrl}/healthz`)).rejects.toThrow();
  });
});

test('over Socket Mode an app that Slack does not reach says so', async () => {
  const { slack, running } = await rolefitIn('socket', { operations: true });
  await slack.close();
  await vi.waitFor(
    async () =>
      expect(await readyz(running.operationsUrl)).toMatchObject({
        status: 503,
        body: { ready: false, parts: { slack: 'failing', store: 'ok' } },
      }),
    { timeout: 4_000 },
  );
});

test('an app that is still starting, or a part of which fails, is alive and not ready; the health check says which', async () => {
  const readiness = new Readiness();
  const { url, close } = await openOperations({ host: '127.0.0.1', port: 0 }, readiness);
  readiness.watch('slack', () => true);
  readiness.watch('store', () => Promise.reject(new Error('the database is gone')));
  const parts = { store: 'failing', slack: 'ok', clock: 'starting' };
  expect(await readyz(url)).toEqual({ status: 503, body: { ready: false, parts } });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const env = {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    ROLEFIT_METRICS_PORT: new URL(url).port,
  };
  const healthOf = () =>
    new Promise<{ failed: boolean; err: string }>((resolve) => {
      execFile(process.execPath, [FILE], { env: { PATH: process.env.PATH, ...env } }, (error, _out, err) =>
        resolve({ failed: error !== null, err }),
      );
    });
  expect(await healthOf()).toEqual({ failed: true, err: `${JSON.stringify({ ready: false, parts })}\n` });
  readiness.watch('store', () => true);
  readiness.watch('clock', () => true);
  expect(await healthOf()).toEqual({ failed: false, err: '' });
  await close();
});

/** A clock that does `job`, and whether the app is ready by it; time can be put forward. */
async function aClockThatDoes(job: () => Promise<void>) {
  const real = performance.now.bind(performance);
  let passed = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => real() + passed);
  const clock = everySoOften(job, silent, 5);
  const readiness = new Readiness();
  readiness.watch('store', () => true);
  readiness.watch('slack', () => true);
  readiness.watch('clock', () => clock.isRunning());
  const { url, close } = await openOperations({ host: '127.0.0.1', port: 0 }, readiness);
  onTestFinished(async () => {
    spy.mockRestore();
    await close();
  });
  return {
    clock,
    state: async () => (await readyz(url)).body,
    pass: (ms: number) => {
      passed += ms;
    },
  };
}

test('a clock whose looks fail for a minute makes the app not ready, until one of them works again', async () => {
  let fails = false;
  let failures = 0;
  const { clock, state, pass } = await aClockThatDoes(async () => {
    if (!fails) return;
    failures += 1;
    throw new Error('the database is gone');
  });
  await vi.waitFor(async () => expect(await state()).toMatchObject({ ready: true, parts: { clock: 'ok' } }));
  fails = true;
  await vi.waitFor(() => expect(failures).toBeGreaterThan(0));
  pass(59_000);
  expect(await state()).toMatchObject({ parts: { clock: 'ok' } });
  pass(2_000);
  expect(await state()).toMatchObject({
    ready: false,
    parts: { clock: 'failing', store: 'ok', slack: 'ok' },
  });
  fails = false;
  await vi.waitFor(async () => expect(await state()).toMatchObject({ ready: true }));
  await clock.stop();
});

test('a clock that hangs in a look is no clock', async () => {
  const begun = Promise.withResolvers<void>();
  let looks = 0;
  const { state, pass } = await aClockThatDoes(async () => {
    looks += 1;
    if (looks === 1) return;
    begun.resolve();
    await new Promise(() => undefined);
  });
  await begun.promise;
  pass(61_000);
  expect(await state()).toMatchObject({ ready: false, parts: { clock: 'failing' } });
});
