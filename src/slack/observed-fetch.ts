import { happened } from '../ops/happening.ts';

/** The last part of a method's address; where files are uploaded has none. */
const METHOD = /\/([a-z]+(?:\.[A-Za-z]+)+)$/;
const REFUSAL = /^\s*\{\s*"ok"\s*:\s*false/;
const CODE = /"error"\s*:\s*"(\w{1,60})"/;

/** The runtime's fetch for calls of the Web API; tells of each that failed, by method and Slack's code. */
export const observedFetch: typeof fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  const method = METHOD.exec(new URL(address).pathname)?.[1] ?? 'other';
  const failed = (code: string): void => happened({ kind: 'slack-error', method, code });
  let response: Response;
  try {
    response = await fetch(input, init);
  } catch (error) {
    failed('no_answer');
    throw error;
  }
  if (!response.ok) {
    failed(`http_${response.status}`);
    return response;
  }
  const body = await response.text();
  if (REFUSAL.test(body)) failed(CODE.exec(body)?.[1] ?? 'unknown');
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
};
