import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { signatureHeaders } from '../../src/playground/delivery/signature.ts';
import type { Actor } from '../../src/playground/interactions/actor.ts';
import type { Person } from '../../src/playground/person.ts';
import { ACME } from '../../src/playground/workspace.ts';
import { start } from '../../src/start.ts';
import { aSlackOfMany, BETA, rolefitForMany } from '../support/many-workspaces.ts';
import { aLocalSlack, DAY_MS } from '../support/rolefit.ts';
import { aHome } from '../support/stores.ts';
import { watchOutgoing } from './outgoing.ts';
import { aPlan, type Plan } from './plan.ts';
import { type Handed, Scene } from './slack-payloads.ts';
import type { Watch } from './watch.ts';

/** So many inputs are under way at once. */
const AT_ONCE = 48;
/** What Slack could have sent is to be acknowledged, on a busy machine too; other inputs need not be. In ms. */
const PATIENCE_MS = { valid: 20_000, other: 150 };
const NAMES = ['fay', 'omar', 'gita'];

/** Failures that the app told people of, by what they were; no finding, but worth a look. */
export type Told = Map<string, number>;

function noteFailures(logged: string[], told: Told): void {
  for (const line of logged.splice(0)) {
    const { failure } = JSON.parse(line) as {
      failure?: { name: string; message?: string; slack?: string; stack?: string };
    };
    if (!failure) continue;
    const at = /\/(src\/[\w./-]+:\d+)/.exec(failure.stack ?? '')?.[1] ?? '';
    const key = `${failure.name} ${failure.slack ?? failure.message ?? ''} ${at}`.slice(0, 200);
    told.set(key, (told.get(key) ?? 0) + 1);
  }
}

/** Signed requests to an app that two workspaces have installed. */
export async function fuzzHttp(
  watch: Watch,
  { runs, seed }: { runs: number; seed: number },
  told: Told,
): Promise<void> {
  let clock = Date.now();
  const slack = await aSlackOfMany();
  const { running, browser, logged } = await rolefitForMany({ slack, now: () => clock });
  const marks = new Map([
    [ACME.id, 'zqacmezq'],
    [BETA.id, 'zqbetazq'],
  ]);
  const teams = new Map<string, string>();
  const outgoing = watchOutgoing(watch, [slack.url], {
    marks,
    appUrl: new URL(String(running.url)).origin,
    teamOf: ({ token, url }) =>
      teams.get(token) ?? [...marks.keys()].find((team) => knows(slack.person('fay', team), url)),
  });
  const before = globalThis.fetch;
  // Which token is whose is learnt as the app learns it.
  globalThis.fetch = async (input, init) => {
    const response = await before(input, init);
    if (String(input).endsWith('oauth.v2.access')) {
      const { access_token, team } = (await response.clone().json()) as {
        access_token?: string;
        team?: { id: string };
      };
      if (access_token && team) teams.set(access_token, team.id);
    }
    return response;
  };
  for (const team of marks.keys()) await browser.installs(team);
  const scenes = [...marks].map(([team, mark]) => {
    const workspace = slack.workspaces.get(team);
    if (!workspace) throw new Error(`There is no ${team}.`);
    return new Scene(
      workspace,
      NAMES.map((name) => slack.person(name, team)),
      mark,
    );
  });
  const post = async ({ kind, payload, isValid }: Handed): Promise<string | undefined> => {
    const form = kind === 'events_api' ? undefined : kind === 'interactive' ? { payload } : fields(payload);
    const body = form ? new URLSearchParams(form).toString() : payload;
    const request = outgoing.real(String(running.url), {
      method: 'POST',
      body,
      headers: {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        ...signatureHeaders(slack.signingSecret, body, Date.now()),
      },
      signal: AbortSignal.timeout(isValid ? PATIENCE_MS.valid : PATIENCE_MS.other),
    });
    const status = await request.then(
      (response) => response.status,
      (error: Error) => (error.name === 'TimeoutError' ? 'nothing in time' : String(error.cause)),
    );
    return isValid && status !== 200 && status !== 401 ? String(status) : undefined;
  };
  await inBatches(watch, 'signed HTTP', { runs, seed }, scenes, post, async () => {
    clock += AT_ONCE * 1_000;
    await outgoing.quiet();
    for (const scene of scenes) scene.settle();
    noteFailures(logged, told);
  });
}

/** Frames of Socket Mode, envelopes and what is none, to an app of one workspace. */
export async function fuzzSocket(
  watch: Watch,
  { runs, seed }: { runs: number; seed: number },
  told: Told,
): Promise<void> {
  let clock = Date.now();
  const slack = await aLocalSlack();
  const edge = await aSocketEdge(slack.apiUrl);
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const { botToken, appToken } = slack;
  const config = {
    logLevel: 'info',
    slack: { mode: 'socket', botToken, appToken, apiUrl: edge.apiUrl },
    store: await aHome('sqlite'),
    eraseAfterMs: 30 * DAY_MS,
  } as const;
  const running = await start(config, log, () => clock);
  onTestFinished(() => running.stop());
  const outgoing = watchOutgoing(watch, [edge.url, slack.url], { marks: new Map(), teamOf: () => undefined });
  const scene = new Scene(
    slack.workspace,
    NAMES.map((name) => slack.person(name)),
    'zqsocketzq',
  );
  let frames = 0;
  const send = async ({ kind, payload, isValid }: Handed): Promise<string | undefined> => {
    frames += 1;
    const envelope = {
      type: kind,
      envelope_id: String(frames),
      payload: JSON.parse(payload.replaceAll(slack.url, edge.url)),
      accepts_response_payload: kind !== 'events_api',
    };
    const odd = createHash('sha256').update(payload).digest()[0] ?? 0;
    const frame =
      isValid || odd > 60
        ? JSON.stringify(envelope)
        : odd > 30
          ? payload
          : JSON.stringify(envelope).slice(0, odd);
    // What Slack says to end a connection ends it.
    if (/"type":"disconnect"/.test(frame.slice(0, 40))) return undefined;
    const answered = edge.send(frame, String(frames), isValid ? PATIENCE_MS.valid : 20);
    return !(await answered) && isValid ? 'no acknowledgement' : undefined;
  };
  await inBatches(watch, 'Socket Mode', { runs, seed: seed + 1 }, [scene], send, async () => {
    clock += AT_ONCE * 1_000;
    await outgoing.quiet();
    scene.settle();
    noteFailures(logged, told);
  });
}

async function inBatches(
  watch: Watch,
  target: string,
  { runs, seed }: { runs: number; seed: number },
  scenes: readonly Scene[],
  hand: (handed: Handed) => Promise<string | undefined>,
  between: () => Promise<void>,
): Promise<void> {
  /** Three times, since the machine may have had other things to do. */
  const triesAlone = async (plan: Plan): Promise<void> => {
    let wrong: 'silence' | 'hang' | undefined;
    let payload = '';
    for (let times = 0; times < 3; times += 1) {
      const handed = sceneOf(plan).make(plan);
      payload = handed.payload;
      watch.stoodStill();
      const silence = await hand(handed);
      await between();
      const hung = watch.stoodStill();
      if (silence === undefined && !hung) return;
      wrong = hung ? 'hang' : 'silence';
    }
    if (wrong) watch.find(wrong, 'each of three times', payload);
  };
  const sceneOf = ({ beta }: Plan): Scene => scenes[beta ? scenes.length - 1 : 0] as Scene;
  for (let from = 0; from < runs; from += AT_ONCE) {
    const batch = fc.sample(aPlan, { numRuns: AT_ONCE, seed: seed + from });
    const again = new Set<Plan>();
    await Promise.all(
      batch.slice(0, runs - from).map((plan) => {
        const handed = sceneOf(plan).make(plan);
        return watch.tries(target, handed.payload, async () => {
          if (await hand(handed)) again.add(plan);
        });
      }),
    );
    await between();
    // Together they may take long on a busy machine. Does one of them alone?
    if (watch.stoodStill()) for (const plan of batch) again.add(plan);
    for (const plan of again) await triesAlone(plan);
  }
}

const knows = (person: Person, url: string): boolean =>
  (person as unknown as { actor: Actor }).actor.responseUrls.knows(url.split('/').at(-1) ?? '');

/** A form's fields, of JSON that may be anything. */
function fields(payload: string): Record<string, string> {
  const read: unknown = JSON.parse(payload);
  return Object.fromEntries(
    Object.entries(typeof read === 'object' && read !== null ? read : { read }).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

/** A place where the app connects over Socket Mode and any frame can be sent; other calls go on to the Web API. */
async function aSocketEdge(apiUrl: string) {
  const sockets = new WebSocketServer({ noServer: true });
  const waiting = new Map<string, () => void>();
  const open = new Set<WebSocket>();
  const real = globalThis.fetch;
  const server = createServer(async (request, response) => {
    if (request.url?.endsWith('apps.connections.open')) {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port()}/socket` }));
    }
    if (!request.url) return response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await real(new URL(request.url, apiUrl), {
      method: 'POST',
      headers: {
        authorization: request.headers.authorization ?? '',
        'content-type': request.headers['content-type'] ?? '',
      },
      body: Buffer.concat(chunks),
    }).catch(() => undefined);
    if (!answer) return response.writeHead(502).end();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  const port = (): number => (server.address() as AddressInfo).port;
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => {
      open.add(opened);
      sockets.emit('connection', opened);
      opened.on('close', () => open.delete(opened));
      opened.on('message', (data) => {
        const { envelope_id: id } = JSON.parse(String(data)) as { envelope_id?: string };
        waiting.get(String(id))?.();
      });
      opened.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Slack's client hangs up on who sends no ping.
  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, 5_000);
  sockets.setMaxListeners(0);
  onTestFinished(() => {
    clearInterval(pings);
    for (const socket of open) socket.terminate();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${port()}`;
  return {
    url,
    apiUrl: `${url}/api/`,
    /** Whether it was acknowledged in time. */
    async send(frame: string, id: string, patienceMs: number): Promise<boolean> {
      if (open.size === 0) await once(sockets, 'connection');
      return new Promise((resolve) => {
        const late = setTimeout(() => done(false), patienceMs);
        const done = (answered: boolean): void => {
          clearTimeout(late);
          waiting.delete(id);
          resolve(answered);
        };
        waiting.set(id, () => done(true));
        for (const socket of open) socket.send(frame);
      });
    },
  };
}
