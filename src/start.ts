import { Server } from 'node:http';
import type { Advisor } from './advisor/advisor.ts';
import type { Config, HttpConfig, StoreConfig } from './config.ts';
import { DigestSetUp } from './digest-runner/set-up.ts';
import { openAdvisor } from './knowledge/open-advisor.ts';
import type { Logger } from './ops/log.ts';
import { Readiness } from './ops/readiness.ts';
import { Clock } from './playground/clock.ts';
import { traceRules } from './rule-trace.ts';
import { singleWorkspace } from './slack/access.ts';
import { EXAMPLES } from './slack/blocks/help.ts';
import { type AppParts, createApp } from './slack/create-app.ts';
import { Departures } from './slack/departures.ts';
import { digestPosters } from './slack/digest-poster.ts';
import { installRoutes } from './slack/install-routes.ts';
import { Installations } from './slack/installations.ts';
import { EVENTS_PATH, INSTALL_PATH, urlAt } from './slack/paths.ts';
import { httpReceiver, reachedBySlack, socketModeReceiver } from './slack/receivers.ts';
import { rotationBy } from './slack/token-rotation.ts';
import { clientOptions } from './slack/web-api-options.ts';
import { renderPng, startDigests } from './start-digests.ts';
import { openStore } from './store/open-store.ts';
import { TOUR } from './tour.ts';

export interface Running {
  /** Where it can be met, in a sentence for whoever started it. */
  where: string;
  /** The address that people or Slack can reach, if there is one. */
  url?: string;
  /** Where metrics and health are, if they were asked for. */
  operationsUrl?: string;
  /** Takes nothing new on, finishes what is in hand, and closes. Called again, it waits for the first call. */
  stop(): Promise<void>;
}

/** What every way of starting shares. */
interface House {
  parts: Pick<AppParts, 'advisor' | 'store' | 'log' | 'model'> & {
    now: () => number;
    storeConfig: StoreConfig;
    readiness: Readiness;
  };
  departures: Departures;
  now: () => number;
}

/** Where many workspaces have digests at the same minute, they are spread over this time, in ms. */
const SPREAD_MS = 5 * 60 * 1000;

/** Starts an app. `port` matters to HTTP alone; the port that was given is told back. */
async function run(
  parts: House['parts'] & Omit<AppParts, 'digests'>,
  { port = 0, spreadMs = 0 }: { port?: number; spreadMs?: number } = {},
): Promise<{ port: number; stop: () => Promise<void> }> {
  const posterFor = digestPosters(parts);
  const digests = { setUp: new DigestSetUp({ store: parts.store, spreadMs }), posterFor, png: renderPng };
  const { app, signIn, takeUp, idle } = createApp({ ...parts, digests });
  await signIn();
  let server: unknown;
  const listening = (): boolean => server instanceof Server && server.listening;
  const isReached = reachedBySlack(parts.receiver, listening);
  server = await app.start(port);
  parts.readiness.watch('slack', isReached);
  takeUp();
  const clock = await startDigests({ ...parts, posterFor, spreadMs });
  parts.readiness.watch('clock', () => clock.isRunning());
  const address = server instanceof Server ? server.address() : null;
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      await app.stop();
      await clock.stop();
      await idle();
    },
  };
}

/** Does the work at the first call; later calls get the same promise. */
const once = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
};

/**
 * Opens the store and starts the Slack app as configured: in the local playground, over Socket Mode, or over HTTP. The
 * store closes last. `realNow` gives ms since 1970; an `advisor` that is open already may be given.
 * @throws KnowledgeError when the knowledge has faults; StoreError; Bolt's errors when Slack refuses the tokens.
 */
export async function start(
  config: Config,
  log: Logger,
  realNow: () => number = Date.now,
  advisor: Advisor = openAdvisor(),
): Promise<Running> {
  // In the playground people put the clock forward, for the app as well.
  const clock = new Clock(realNow);
  const { now } = clock;
  const readiness = new Readiness();
  const operations =
    config.operations &&
    (await (await import('./ops/operations-server.ts')).openOperations(config.operations, readiness));
  const store = await openStore(config.store, log).catch(async (error: unknown) => {
    await operations?.close();
    throw error;
  });
  readiness.watch('store', () => store.answers().then(() => true));
  try {
    const departures = new Departures({ store, log, eraseAfterMs: config.eraseAfterMs, now });
    const { llm } = config;
    const model =
      llm && (await import('./workspace-model.ts')).modelForWorkspaces(llm, { advisor, store, log, now });
    const parts = { advisor, store, storeConfig: config.store, log, now, model, readiness };
    const house = { parts, departures, now };
    const running =
      config.slack.mode === 'playground'
        ? await play(config.slack.port, clock, house)
        : await meetSlack(config.slack, house);
    const endSweeps = departures.start();
    return {
      ...running,
      ...(operations && { operationsUrl: operations.url }),
      stop: once(async () => {
        try {
          await running.stop();
          await endSweeps();
        } finally {
          await store.close();
          await operations?.close();
        }
      }),
    };
  } catch (error) {
    await store.close();
    await operations?.close();
    throw error;
  }
}

/** What only some ways of starting need is loaded by them. */
const readManifest = async () => (await import('./manifest.ts')).readManifest();

/** Starts the playground: a local Slack, its page, and the app in it. */
async function play(port: number, clock: Clock, house: House): Promise<Running> {
  const { sampleCompany, zoneHere } = await import('./playground/company.ts');
  const { startLocalSlack } = await import('./playground/local-slack.ts');
  const { openPage } = await import('./playground/page-files.ts');
  const { ACME } = await import('./playground/workspace.ts');
  const { consentOf, playgroundModel } = await import('./playground-model.ts');
  const { store, model } = house.parts;
  const page = once(() =>
    openPage({ building: () => process.stderr.write('Building the playground’s page, this once …\n') }),
  );
  const local = await startLocalSlack({
    manifest: await readManifest(),
    // Who tries it sits down as the founder first: nine o'clock is then nine on their own clock.
    company: sampleCompany(zoneHere()),
    port,
    examples: EXAMPLES,
    tour: TOUR,
    page,
    clock,
    trace: (text, user) => traceRules({ ...house.parts, now: house.now }, text, ACME.id, user),
    ...(model === undefined && { modelConsent: consentOf({ store, now: house.now }, ACME.id) }),
    forget: async () => void (await store.eraseWorkspace(ACME.id)),
  });
  try {
    await page();
    const parts = { ...house.parts, model: model ?? playgroundModel(house.parts, local) };
    const { stop } = await overSocketMode(local, { ...house, parts });
    // Where nothing was learned ahead the first text takes a second or more. This Slack waits in the same process, and
    // would hear of nothing meanwhile.
    parts.advisor.check(EXAMPLES[0]);
    return {
      where: `The playground, a local Slack with Rolefit in it: ${local.url}`,
      url: local.url,
      async stop() {
        await stop();
        await local.close();
      },
    };
  } catch (error) {
    await local.close();
    throw error;
  }
}

async function meetSlack(
  slack: Exclude<Config['slack'], { mode: 'playground' }>,
  house: House,
): Promise<Running> {
  if (slack.mode === 'http') return overHttp(slack, house);
  const { stop } = await overSocketMode(slack, house);
  return { where: 'Connected to Slack over Socket Mode', stop };
}

function overSocketMode(
  { appToken, botToken, apiUrl }: { appToken: string; botToken: string; apiUrl?: string },
  { parts, departures }: House,
) {
  const receiver = socketModeReceiver({ appToken, log: parts.log, ...at(apiUrl) });
  return run({ ...parts, receiver, access: singleWorkspace(botToken, departures), ...at(apiUrl) });
}

async function overHttp(slack: HttpConfig, { parts, departures, now }: House): Promise<Running> {
  const { signingSecret, port, apiUrl } = slack;
  const { store, log } = parts;
  if (!('oauth' in slack)) {
    const receiver = httpReceiver({ signingSecret, log });
    const access = singleWorkspace(slack.botToken, departures);
    const { port: given, stop } = await run({ ...parts, receiver, access, ...at(apiUrl) }, { port });
    const url = `http://localhost:${given}${EVENTS_PATH}`;
    return { where: `Listening for Slack at ${url}`, url, stop };
  }
  const { oauth } = slack;
  const toSlack = { ...oauth, clientOptions: clientOptions(apiUrl) };
  const rotate = rotationBy({ ...toSlack, now });
  const installations = new Installations({ store, departures, rotate, log, now });
  const { scopes } = (await readManifest()).oauth_config;
  const routes = installRoutes({
    ...toSlack,
    scopes: [...scopes.bot, ...scopes.bot_optional],
    ...(apiUrl === undefined ? {} : { authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href }),
    store,
    installations,
    log,
    now,
  });
  const receiver = httpReceiver({ signingSecret, log, routes });
  const app = { ...parts, receiver, access: installations, ...at(apiUrl) };
  const { port: given, stop } = await run(app, { port, spreadMs: SPREAD_MS });
  const here = `http://localhost:${given}`;
  const base = oauth.publicUrl ?? here;
  const where = `Listening for Slack at ${urlAt(base, EVENTS_PATH)}; workspaces install it at ${urlAt(base, INSTALL_PATH)}`;
  return { where, url: urlAt(here, EVENTS_PATH), stop };
}

const at = (slackApiUrl: string | undefined) => (slackApiUrl === undefined ? {} : { slackApiUrl });
