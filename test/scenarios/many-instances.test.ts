import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import { largeCompany } from '../../src/playground/company.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { listAudit } from '../../src/records/audit.ts';
import { PENDING_EVENTS } from '../../src/records/events.ts';
import { readRoster } from '../../src/records/roster.ts';
import { HOUSE } from '../../src/store/house.ts';
import { freePort } from '../support/free-port.ts';
import { Instance, QUICKLY } from '../support/instance.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { aDatabase, all, opened } from '../support/stores.ts';

const noPostgres = inject('whyNoPostgres');
const EDITOR = join(import.meta.dirname, '../support/roster-editor.ts');

/** Set ROLEFIT_CRASHES=50 for the long run. */
const CRASHES = Number(process.env.ROLEFIT_CRASHES ?? 8);
const INSTANCES = 3;
/** A process is killed within this time after messages were sent, in ms. */
const KILLED_WITHIN_MS = 150;
/** Slack tries again until somebody takes an event. */
const RETRIES_MS = Array.from({ length: 40 }, () => 250);

/** More than ask often enough to be told to wait. */
const PEOPLE = 40;

const WORDS = [
  'What is a COO?',
  'We are 14 people, I keep having ideas and nothing gets finished',
  'What is the difference between a COO and an implementer?',
  'help',
];

/** Three instances on one database, among which Slack shares what happens out; each delivery comes to the others too. */
async function threeInstances() {
  const url = await aDatabase();
  const company = largeCompany({ people: PEOPLE, channels: 0 });
  const slack = await aLocalSlack({ company, retryDelaysMs: RETRIES_MS, ackTimeoutMs: 2_000 });
  const ports = await Promise.all(Array.from({ length: INSTANCES }, freePort));
  const instances = ports.map(
    (port) =>
      new Instance({
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
        DATABASE_URL: url,
        PORT: String(port),
        LOG_LEVEL: 'error',
      }),
  );
  for (const instance of instances) await instance.start();
  slack.deliverTo(...ports.map((port) => `http://127.0.0.1:${port}/slack/events`));
  slack.news.on('delivery', ({ payload, attempt, kind, failure }) => {
    if (kind !== 'events_api' || attempt > 0 || failure) return;
    for (let retry = 1; retry < INSTANCES; retry += 1) void slack.redeliver(payload, retry);
  });
  return { slack, instances, url };
}

/** What people sent to the app in a Slack, and how often each of it was answered. */
class Messages {
  readonly #sent = new Set<string>();
  readonly #slack: LocalSlack;
  #round = 0;

  constructor(slack: LocalSlack) {
    this.#slack = slack;
    slack.news.on('message', ({ kind, message }) => {
      if (kind === 'posted' && message.botId === undefined)
        this.#sent.add(`${message.channel}:${message.ts}`);
    });
  }

  /** Two people say something, each directly and by a mention; the founder is always one of them. */
  async twoSpeak(): Promise<void> {
    const round = this.#round++;
    const words = WORDS[round % WORDS.length] ?? '';
    const { people } = this.#slack.workspace;
    const others = people.filter(({ id, isDeleted }) => id.startsWith('U1P') && !isDeleted);
    const other = others[round % others.length]?.id ?? '';
    for (const person of [this.#slack.person('fay'), this.#slack.person(other)]) {
      await person.types(words, { channel: 'app' });
      await person.types(`@Rolefit ${words}`, { channel: 'general' });
    }
  }

  /** How often each message was answered. */
  get answers(): Map<string, number> {
    const counts = new Map([...this.#sent].map((sent) => [sent, 0]));
    for (const { id: channel } of this.#slack.workspace.channels)
      for (const { metadata } of this.#slack.workspace.messages(channel)) {
        const to = (metadata?.event_payload as { to?: string } | undefined)?.to;
        const key = `${channel}:${to}`;
        if (metadata?.event_type === 'rolefit_answer') counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    return counts;
  }

  get unanswered(): string[] {
    return [...this.answers].flatMap(([sent, count]) => (count === 0 ? [sent] : []));
  }

  async allAnswered(timeoutMs: number): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (this.unanswered.length > 0 && Date.now() < until)
      await this.#slack.news.once('message', () => true, until - Date.now()).catch(() => undefined);
  }
}

describe.skipIf(noPostgres !== '')(
  `three processes on one PostgreSQL${noPostgres && ` (not here: ${noPostgres})`}`,
  () => {
    test(
      `killed ${CRASHES} times at random, with every event delivered to all: each message has one answer`,
      async () => {
        const { slack, instances, url } = await threeInstances();
        const messages = new Messages(slack);
        for (let crash = 0; crash < CRASHES; crash += 1) {
          const victim = instances[crash % INSTANCES];
          await messages.twoSpeak();
          await setTimeout(Math.random() * KILLED_WITHIN_MS);
          await victim?.kill();
          await messages.twoSpeak();
          await victim?.start();
        }
        await messages.allAnswered(60_000);
        expect(messages.unanswered).toEqual([]);
        expect(await Promise.all(instances.map((instance) => instance.stop()))).toEqual([0, 0, 0]);
        expect([...messages.answers].filter(([, count]) => count !== 1)).toEqual([]);
        expect(messages.answers.size).toBe(CRASHES * 8);
        const { store } = await opened({ backend: 'postgres', url, encryptionKeys: [] });
        expect(await all(store.documents(PENDING_EVENTS, HOUSE).list())).toEqual([]);
        expect(
          slack.workspace
            .messages('D0FOUNDER')
            .map(({ text }) => text)
            .join(),
        ).not.toContain('went wrong');
      },
      60_000 + CRASHES * 10_000,
    );

    test('one roster edited by all at once, one of them killed: every acknowledged edit is there, and audited', async () => {
      const url = await aDatabase();
      const editors = Array.from({ length: INSTANCES }, (_, n) => {
        const args = [EDITOR, url, `editor${n}`, '40'];
        return spawn(process.execPath, args, { env: QUICKLY, stdio: ['ignore', 'pipe', 'pipe'] });
      });
      const [victim] = editors;
      const acknowledged: string[] = [];
      const done = editors.map(async (editor: ChildProcess) => {
        const complaints: string[] = [];
        editor.stderr?.on('data', (data) => complaints.push(String(data)));
        const ended = once(editor, 'close');
        const lines = editor.stdout ? createInterface({ input: editor.stdout }) : [];
        for await (const line of lines) {
          if (line === 'open') continue;
          acknowledged.push(line);
          if (editor === victim && line.endsWith('-10')) editor.kill('SIGKILL');
        }
        await ended;
        return complaints.join('');
      });
      expect(await Promise.all(done)).toEqual(['', '', '']);
      const { store } = await opened({ backend: 'postgres', url, encryptionKeys: [] });
      const ids = (await readRoster(store, 'T1')).members.map(({ id }) => id);
      expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(2 * 40 + 10);
      expect(ids.length - acknowledged.length).toBeLessThanOrEqual(1);
      const { documents } = await listAudit(store, 'T1', { limit: 200 });
      expect(documents.map(({ value }) => value.what).sort()).toEqual(ids.map((id) => `roster.${id}`).sort());
    }, 60_000);
  },
);
