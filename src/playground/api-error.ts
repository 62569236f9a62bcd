import type { SlackObject } from './message.ts';

/** A Web API method's refusal, in Slack's words: `error` is the code and `more` what the answer holds besides. */
export class ApiError extends Error {
  readonly error: string;
  readonly more: SlackObject;

  constructor(error: string, more: SlackObject = {}) {
    super(error);
    this.error = error;
    this.more = more;
    this.name = 'ApiError';
  }

  /** A refusal that lists what was wrong with the arguments. */
  static listing(error: string, wrongs: readonly string[]): ApiError {
    const errors = error === 'invalid_blocks' ? { errors: wrongs } : {};
    return new ApiError(error, {
      ...errors,
      response_metadata: { messages: wrongs.map((wrong) => `[ERROR] ${wrong}`) },
    });
  }
}
