import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openMetrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

export interface OperationsServer {
  /** Such as http://127.0.0.1:9464. */
  url: string;
  close(): Promise<void>;
}

/**
 * Answers `/metrics`, `/healthz` (the process lives) and `/readyz` (each part works) on a port of its own, for whoever runs
 * Rolefit. It begins to count. @throws Node's error when the port is taken.
 */
export async function openOperations(
  { host, port }: { host: string; port: number },
  readiness: Readiness,
): Promise<OperationsServer> {
  const metrics = openMetrics();
  const answers: Readonly<Record<string, () => Promise<Answer>>> = {
    '/metrics': async () => ({ status: 200, type: metrics.contentType, body: await metrics.render() }),
    '/healthz': async () => json(200, { alive: true }),
    '/readyz': async () => {
      const state = await readiness.look();
      return json(state.ready ? 200 : 503, state);
    },
  };
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    void answered(request, answers).then((answer) => send(response, answer));
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    metrics.close();
    throw error;
  }
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}`,
    async close() {
      metrics.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(body)}\n`,
});

async function answered(
  { method, url = '' }: IncomingMessage,
  answers: Readonly<Record<string, () => Promise<Answer>>>,
): Promise<Answer> {
  const [path = ''] = url.split('?');
  if (method !== 'GET' || !Object.hasOwn(answers, path)) return json(404, { error: 'not found' });
  return (await answers[path]?.()) ?? json(404, { error: 'not found' });
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
