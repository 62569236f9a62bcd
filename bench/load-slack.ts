import { createServer } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

/** What became of the questions since it was last asked. */
export interface Answers {
  answered: number;
  /** Of these, how many were only told that there is too much to do. */
  busy: number;
  /** From the moment a question was due to its answer, in ms. */
  p50Ms: number;
  p99Ms: number;
}

/**
 * A Slack in a process of its own that agrees to every call and counts the answers to commands. A response_url ends in the time
 * at which its question was due, in ms since 1970.
 */
const BUSY = 'more to answer than I can';
let busy = 0;
const delays = createHistogram();

const server = createServer(async (request, response) => {
  const body = await text(request);
  const due = /^\/answer\/(\d+)/.exec(request.url ?? '')?.[1];
  if (due !== undefined) {
    delays.record(Math.max(1, Date.now() - Number(due)));
    if (body.includes(BUSY)) busy += 1;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T0', user: {} }));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
process.on('message', (said) => {
  const answers: Answers = {
    answered: delays.count,
    busy,
    p50Ms: delays.percentile(50),
    p99Ms: delays.percentile(99),
  };
  process.send?.(answers);
  if (said !== 'begin anew') return;
  delays.reset();
  busy = 0;
});
