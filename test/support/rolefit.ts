import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Config, LlmConfig, SlackConfig, StoreConfig } from '../../src/config.ts';
import { readManifest } from '../../src/manifest.ts';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../src/playground/local-slack.ts';
import { start } from '../../src/start.ts';
import { theAdvisor } from './advisor.ts';
import { aFolder } from './folders.ts';

export const MODES = ['socket', 'http'] as const;
export type Mode = (typeof MODES)[number];

export const silent = pino({ level: 'silent' });

/** A local Slack that goes when the test does. */
export async function aLocalSlack(options: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> {
  const slack = await startLocalSlack({ manifest: readManifest(), ...options });
  onTestFinished(() => slack.close());
  return slack;
}

export const DAY_MS = 24 * 60 * 60 * 1000;

export interface RolefitOptions extends Partial<LocalSlackOptions> {
  /** The folder of the store, to start on again what an earlier app left. */
  dataDir?: string;
  /** A language model; none unless told. */
  llm?: LlmConfig;
  /** From which level on it logs; `warn` unless told. */
  logLevel?: string;
  /** Metrics and health on a free port. */
  operations?: boolean;
}

/**
 * The whole app, started as for the real Slack, in a local one; what it logged is in `logged`. Its store lies in a folder
 * of the test's own, which may be given to be started on again.
 */
export async function rolefitIn(
  mode: Mode,
  { dataDir = aFolder(), llm, logLevel = 'warn', operations = false, ...options }: RolefitOptions = {},
) {
  const slack = await aLocalSlack(options);
  const logged: string[] = [];
  const log = pino({ level: logLevel }, { write: (line: string) => void logged.push(line) });
  const store: StoreConfig = { backend: 'sqlite', dataDir, encryptionKeys: [] };
  const config: Config = {
    logLevel,
    operations: operations ? { host: '127.0.0.1', port: 0 } : undefined,
    slack: slackConfig(mode, slack),
    store,
    llm,
    eraseAfterMs: 30 * DAY_MS,
  };
  const begin = async () => {
    const running = await start(config, log, options.now, theAdvisor());
    onTestFinished(() => running.stop());
    if (mode === 'http') slack.deliverTo(String(running.url));
    return running;
  };
  const running = await begin();
  return {
    slack,
    running,
    /** Stops the app and starts another on what it left. */
    async startAgain() {
      await running.stop();
      return begin();
    },
    logged,
    dataDir,
    founder: slack.person('fay'),
    omar: slack.person('omar'),
  };
}

function slackConfig(mode: Mode, { botToken, appToken, signingSecret, apiUrl }: LocalSlack): SlackConfig {
  return mode === 'socket'
    ? { mode, botToken, appToken, apiUrl }
    : { mode, botToken, signingSecret, port: 0, apiUrl };
}
