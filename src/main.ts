import { ConfigError, readConfig } from './config.ts';
import { KnowledgeError } from './knowledge/yaml-source.ts';
import { createLog } from './ops/log.ts';
import { type Running, start } from './start.ts';

/** Work in hand gets this long to finish once we are told to stop, in ms. */
const STOP_WITHIN_MS = 10_000;

/** What to tell whoever started us when we cannot run: one sentence, and the remedy where we know it. */
function whyNot(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof KnowledgeError) return 'The knowledge has faults. See them with: npm run knowledge';
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Set PORT to another; 0 takes any free one.`;
  if (code === 'EACCES') return `Port ${port} is not allowed. Set PORT to one above 1024.`;
  const said = (error as { data?: { error?: string } }).data?.error;
  if (said !== undefined)
    return `Slack refused to let Rolefit in (${said}). Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN.`;
  return 'Rolefit could not start. Set LOG_LEVEL=debug to see why in the log.';
}

function stopOnSignals(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  try {
    const running = await start(config, log);
    stopOnSignals(running);
    process.stdout.write(`${running.where}\nrolefit ready\n`);
  } catch (error) {
    log.debug({ err: error }, 'could not start');
    throw error;
  }
} catch (error) {
  process.stderr.write(`${whyNot(error)}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
  process.exit();
}
