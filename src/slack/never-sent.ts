import { causesOf } from '../ops/errors.ts';

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
