/** Wrong usage: the message is one clear sentence for stderr, and the exit code is 2. */
export class UsageError extends Error {
  readonly code = 'usage';
}
