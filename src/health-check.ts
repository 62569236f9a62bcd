import { readConfig } from './config.ts';

/** The container asks again soon; an app that takes longer than this, in ms, is not well. */
const ANSWER_WITHIN_MS = 4_000;

/**
 * Exits 0 when the app next to it is well, 1 when not. Over HTTP it must answer; any answer shows that it takes requests.
 * Over Socket Mode nothing listens: the app ends by itself when it cannot come back to Slack, so that it runs is all that
 * there is to be seen from outside.
 */
const { slack } = readConfig(process.env);
if (slack.mode === 'http')
  await fetch(`http://127.0.0.1:${slack.port}/`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(
    () => {
      process.stderr.write(`Nothing answers on port ${slack.port}.\n`);
      process.exitCode = 1;
    },
  );
