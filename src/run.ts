import { ConfigError, readConfig } from './config.ts';
import { collectWhenQuiet } from './heap.ts';
import { describeError } from './ops/errors.ts';
import { createLog, type Logger } from './ops/log.ts';
import { type Running, start } from './start.ts';
import { whyNot } from './why-not.ts';

/** Work in hand gets this long to finish once we are to stop, in ms. */
const STOP_WITHIN_MS = 10_000;

/**
 * Stops once, finishing what is in hand: when we are told to, or when something fails that nobody waits for, such as
 * coming back to Slack after a lost connection. Told again, it stops at once.
 */
function stopInTime(running: Running, log: Logger): void {
  let stopping = false;
  const stop = (exitCode: number): void => {
    stopping = true;
    setTimeout(() => {
      process.stderr.write('Rolefit stopped before all that it was at was done.\n');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    running.stop().then(
      () => process.exit(exitCode),
      () => process.exit(1),
    );
  };
  const told = (): void => {
    if (stopping) process.exit(1);
    stop(0);
  };
  const failed = (error: unknown): void => {
    if (stopping) return;
    log.fatal({ failure: describeError(error) }, 'cannot go on');
    process.stderr.write(`${whyNot(error, 'Rolefit had to stop. The last line of the log says why.')}\n`);
    stop(1);
  };
  process.on('SIGINT', told).on('SIGTERM', told);
  process.on('unhandledRejection', failed).on('uncaughtException', failed);
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  try {
    const running = await start(config, log);
    stopInTime(running, log);
    process.stdout.write(`${running.where}\nrolefit ready\n`);
    setImmediate(collectWhenQuiet);
  } catch (error) {
    log.debug({ failure: describeError(error) }, 'could not start');
    throw error;
  }
} catch (error) {
  const otherwise = 'Rolefit could not start. Set LOG_LEVEL=debug to see why in the log.';
  process.stderr.write(`${whyNot(error, otherwise)}\n`);
  process.exitCode = error instanceof ConfigError ? 2 : 1;
  process.exit();
}
