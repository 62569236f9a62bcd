import { type OperationsConfig, readConfig } from './config.ts';

/** The container asks again soon; an app that takes longer than this, in ms, is not well. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Exits 0 when the app next to it is well, 1 when not. Where ROLEFIT_METRICS_PORT is set it must say that it is ready. Where
 * not, over HTTP it must answer; any answer shows that it takes requests. Over Socket Mode nothing listens: the app ends by itself when it cannot come back to Slack, so that it runs is all that
 * there is to be seen from outside.
 */
const { slack, operations } = readConfig(process.env);
if (operations) await askWhetherReady(operations);
else if (slack.mode === 'http')
  await fetch(`http://127.0.0.1:${slack.port}/`, soon()).catch(() => notWell(nothingAt(slack.port)));

async function askWhetherReady({ host, port }: OperationsConfig): Promise<void> {
  const here = /^(?:0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
  const address = here.includes(':') ? `[${here}]` : here;
  try {
    const response = await fetch(`http://${address}:${port}/readyz`, soon());
    if (!response.ok) notWell((await response.text()).trim());
  } catch {
    notWell(nothingAt(port));
  }
}

function soon(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
}

function nothingAt(port: number): string {
  return `Nothing answers on port ${port}.`;
}

function notWell(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
