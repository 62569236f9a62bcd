/** No error of ours or of a library is wrapped deeper. */
const DEEPEST = 6;

/** An error and what is inside it, outermost first: Bolt and Slack's client wrap what went wrong in errors of their own. */
export function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let inner = error; inner instanceof Error && chain.length < DEEPEST; inner = insideOf(inner))
    chain.push(inner);
  return chain;
}

function insideOf(error: Error & { original?: unknown; originals?: unknown }): unknown {
  const [first]: unknown[] = Array.isArray(error.originals) ? error.originals : [];
  return error.original ?? first ?? error.cause;
}

/** Failures before a byte of the request could have left. */
const UNSENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Whether a request surely never reached the other side, so that sending it again cannot do its work twice. */
export const neverSent = (error: unknown): boolean =>
  causesOf(error).some((one) => 'code' in one && UNSENT.includes(String(one.code)));
