import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How the server treats a request; `body` is what was asked, parsed. */
export type Behaviour = (response: ServerResponse, body: ModelRequest, request: IncomingMessage) => void;

/** What we read of a request to the Responses API. */
export interface ModelRequest {
  model: string;
  input: string;
  store: boolean;
  text: { format: { type: string; name: string; schema: object } };
}

/** A response as the Responses API gives it. */
export const responseWith = (text: string, more: object = {}): object => ({
  id: 'resp_1',
  object: 'response',
  status: 'completed',
  output: [
    { type: 'reasoning', id: 'rs_1', summary: [] },
    {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      content: [{ type: 'output_text', text, annotations: [] }],
    },
  ],
  usage: { input_tokens: 700, output_tokens: 120, total_tokens: 820 },
  ...more,
});

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

export const saying = (text: string): Behaviour => json(200, responseWith(text));

/** A model's server on this machine that behaves as told, and goes when the test does. */
export async function aModelServer(behaviour: Behaviour) {
  const requests: { body: ModelRequest; headers: IncomingMessage['headers']; url: string | undefined }[] = [];
  let current = behaviour;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as ModelRequest;
      requests.push({ body, headers: request.headers, url: request.url });
      current(response, body, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    behave: (next: Behaviour): void => {
      current = next;
    },
  };
}
