import nock from 'nock';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLlm, type LlmOptions } from '../../src/phrasing/llm.ts';
import { PhrasedOutput } from '../../src/phrasing/phrased.ts';
import { aModelServer, type Behaviour, json, responseWith, saying } from '../support/model-server.ts';

const REQUEST = { prompt: 'Say it.', format: { name: 'phrasing', schema: PhrasedOutput } };
const SAID = '{"sentences":[]}';

const anLlm = (options: Partial<LlmOptions>) =>
  createLlm({ apiKey: 'sk-test', model: 'test-model', budgetMs: 5_000, ...options });

async function askedOf(behaviour: Behaviour, options: Partial<LlmOptions> = {}) {
  const server = await aModelServer(behaviour);
  const llm = anLlm({ baseUrl: server.baseUrl, ...options });
  return { outcome: await llm.ask(REQUEST), server };
}

test('asks for JSON of a shape, once, and lets the server keep nothing', async () => {
  const { outcome, server } = await askedOf(saying(SAID));
  expect(outcome).toEqual({ text: SAID, usage: { input: 700, output: 120 } });
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    url: '/v1/responses',
    headers: { authorization: 'Bearer sk-test' },
    body: {
      model: 'test-model',
      input: 'Say it.',
      store: false,
      text: { format: { type: 'json_schema', name: 'phrasing', strict: true } },
    },
  });
});

const half = JSON.stringify(responseWith(SAID)).slice(0, 150);
const drip: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

describe('a server that misbehaves gives a reason and nothing else', () => {
  test.each<[string, Behaviour, string]>([
    ['refuses the key', json(401, { error: { message: 'bad key' } }), 'unauthorized'],
    ['forbids', json(403, { error: { message: 'no' } }), 'unauthorized'],
    ['has had too many requests', json(429, { error: {} }, { 'retry-after': '60' }), 'rate_limited'],
    ['does not take the request', json(400, { error: { message: 'no such model' } }), 'rejected'],
    ['fails', json(500, 'oops'), 'server_error'],
    ['is overloaded', json(503, '<html>busy</html>'), 'server_error'],
    [
      'leads elsewhere',
      (response) => void response.writeHead(307, { location: '/v1/other' }).end(),
      'unreachable',
    ],
    ['answers in HTML', json(200, '<html>hello</html>'), 'malformed'],
    ['answers with nothing', json(200, ''), 'malformed'],
    ['answers with half of its JSON', json(200, half), 'malformed'],
    ['answers with JSON of another kind', json(200, { choices: [] }), 'malformed'],
    ['answers with no text', json(200, { output: [] }), 'malformed'],
    ['stops in the middle', json(200, responseWith('{"sen', { status: 'incomplete' })), 'malformed'],
    ['answers without end', json(200, responseWith('x'.repeat(300_000))), 'malformed'],
    [
      'refuses',
      json(200, { output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'no' }] }] }),
      'refused',
    ],
    [
      'sends elsewhere',
      (response) => {
        response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' });
        response.end();
      },
      'unreachable',
    ],
    ['hangs up', (response) => void response.destroy(), 'unreachable'],
    ['resets the connection', (response) => void response.socket?.resetAndDestroy(), 'unreachable'],
    [
      'hangs up in the middle',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write(half, () => response.destroy());
      },
      'unreachable',
    ],
  ])('one that %s', async (_, behaviour, failure) => {
    const { outcome, server } = await askedOf(behaviour);
    expect(outcome).toMatchObject({ failure });
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Behaviour]>([
    ['says nothing', () => undefined],
    ['drips', drip],
  ])('one that %s, when the budget is over', async (_, behaviour) => {
    expect((await askedOf(behaviour, { budgetMs: 200 })).outcome).toEqual({ failure: 'timeout' });
  });
});

test('a refusal tells what it cost', async () => {
  const refused = json(200, {
    output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'no' }] }],
    usage: { input_tokens: 5, output_tokens: 2 },
  });
  expect((await askedOf(refused)).outcome).toEqual({ failure: 'refused', usage: { input: 5, output: 2 } });
});

test('whoever leaves ends the request, and the service is not blamed for it', async () => {
  const leaving = new AbortController();
  let closed = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const server = await aModelServer((response) => {
    response.on('close', () => closed());
    leaving.abort();
  });
  const llm = anLlm({ baseUrl: server.baseUrl, failures: 1 });
  expect(await llm.ask({ ...REQUEST, signal: leaving.signal })).toEqual({ failure: 'cancelled' });
  await ended;
  expect(llm.isOpen).toBe(true);
  expect(await llm.ask({ ...REQUEST, signal: AbortSignal.abort() })).toEqual({ failure: 'cancelled' });
  expect(server.requests).toHaveLength(1);
});

describe('a service that fails again and again', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is left alone, tried once after a while, and used again when it has recovered', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const server = await aModelServer(json(500, 'oops'));
    const llm = anLlm({ baseUrl: server.baseUrl, failures: 2, halfOpenAfterMs: 10_000 });
    const failures = async (times: number) => {
      const outcomes = [];
      for (let n = 0; n < times; n += 1) outcomes.push(await llm.ask(REQUEST));
      return outcomes.map((outcome) => ('failure' in outcome ? outcome.failure : 'said'));
    };
    expect(await failures(4)).toEqual(['server_error', 'server_error', 'circuit_open', 'circuit_open']);
    expect(server.requests).toHaveLength(2);

    vi.setSystemTime(Date.now() + 11_000);
    expect(await failures(2)).toEqual(['server_error', 'circuit_open']);
    expect(server.requests).toHaveLength(3);

    vi.setSystemTime(Date.now() + 11_000);
    server.behave(saying(SAID));
    expect(await failures(3)).toEqual(['said', 'said', 'said']);
    expect(llm.isOpen).toBe(true);
  });

  test('refusals and odd answers of the model alone do not count', async () => {
    const server = await aModelServer(
      json(200, { output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'no' }] }] }),
    );
    const llm = anLlm({ baseUrl: server.baseUrl, failures: 1 });
    await llm.ask(REQUEST);
    expect(await llm.ask(REQUEST)).toEqual({ failure: 'refused' });
  });
});

describe("at OpenAI's own address", () => {
  afterEach(() => {
    nock.cleanAll();
    nock.restore();
  });

  test.each([
    [200, responseWith(SAID), { text: SAID, usage: { input: 700, output: 120 } }],
    [401, { error: { message: 'Incorrect API key' } }, { failure: 'unauthorized' }],
    [429, { error: { code: 'insufficient_quota' } }, { failure: 'rate_limited' }],
    [502, 'Bad gateway', { failure: 'server_error' }],
  ])('a %s is met', async (status, body, outcome) => {
    if (!nock.isActive()) nock.activate();
    const scope = nock('https://api.openai.com').post('/v1/responses').reply(status, body);
    expect(await anLlm({}).ask(REQUEST)).toEqual(outcome);
    expect(scope.isDone()).toBe(true);
  });
});
