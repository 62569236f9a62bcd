import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import OpenAI, { APIConnectionError, APIError } from 'openai';
import { zodTextFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { parsedJson } from '../parsed-json.ts';
import { readAtMost } from './response-body.ts';

/** Why a model gave no text. */
export type LlmFailure =
  | 'timeout'
  | 'cancelled'
  | 'unauthorized'
  | 'rate_limited'
  | 'server_error'
  | 'rejected'
  | 'unreachable'
  | 'malformed'
  | 'refused'
  | 'circuit_open';

/** Tokens that one request took. */
export interface Usage {
  input: number;
  output: number;
}

export type LlmOutcome =
  | { text: string; usage: Usage | undefined }
  | { failure: LlmFailure; usage?: Usage | undefined };

/** A request for JSON of a shape. */
export interface LlmRequest {
  prompt: string;
  /** The name and shape of what is to come back. */
  format: { name: string; schema: z.ZodType };
  signal?: AbortSignal | undefined;
}

export interface Llm {
  readonly model: string;
  /** Asks the model. Never throws and never takes longer than the budget. */
  ask(request: LlmRequest): Promise<LlmOutcome>;
  /** Whether calls go through at the moment. */
  readonly isOpen: boolean;
}

export interface LlmOptions {
  apiKey: string;
  model: string;
  baseUrl?: string | undefined;
  /** In all, from the call to the last byte, in ms. */
  budgetMs?: number;
  /** After so many failures of the service in a row no call is made, */
  failures?: number;
  /** until one is let through to try, after so long, in ms. */
  halfOpenAfterMs?: number;
}

const BUDGET_MS = 8_000;
const FAILURES = 5;
const HALF_OPEN_AFTER_MS = 30_000;
/** Sentences for five reasons take some 300 tokens. */
export const MOST_OUTPUT_TOKENS = 900;
/** No answer to our prompts is longer, in bytes. */
const LONGEST_BODY = 200_000;

/** What we read of a response; servers that are compatible differ in the rest. */
const ResponseBody = z.object({
  status: z.string().nullish(),
  output: z.array(
    z.object({
      type: z.string(),
      content: z.array(z.object({ type: z.string(), text: z.string().optional() })).optional(),
    }),
  ),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish(),
});

/** A failure of the service, which the circuit breaker counts. */
class ServiceFailure extends Error {
  readonly code = 'llm_service';
  readonly failure: LlmFailure;

  constructor(failure: LlmFailure) {
    super(`The language model's service failed: ${failure}`);
    this.name = 'ServiceFailure';
    this.failure = failure;
  }
}

/**
 * A model behind OpenAI's Responses API, or a server that speaks it. One request, no second try: the template is at hand. The
 * server keeps nothing (`store: false`), and redirects are refused, so that the key goes nowhere else.
 */
export function createLlm({
  apiKey,
  model,
  baseUrl,
  budgetMs = BUDGET_MS,
  failures = FAILURES,
  halfOpenAfterMs = HALF_OPEN_AFTER_MS,
}: LlmOptions): Llm {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: budgetMs,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
  });
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ServiceFailure),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(failures) },
  );

  const request = async ({ prompt, format }: LlmRequest, signal: AbortSignal): Promise<LlmOutcome> => {
    const response = await client.responses
      .create(
        {
          model,
          input: prompt,
          store: false,
          max_output_tokens: MOST_OUTPUT_TOKENS,
          text: { format: zodTextFormat(format.schema, format.name) },
        },
        { signal },
      )
      .asResponse();
    return outcomeOf(await readAtMost(response, LONGEST_BODY));
  };

  return {
    model,
    get isOpen() {
      return breaker.state !== CircuitState.Open;
    },
    async ask(asked) {
      const late = AbortSignal.timeout(budgetMs);
      const { signal } = asked;
      const either = signal ? AbortSignal.any([signal, late]) : late;
      if (signal?.aborted) return { failure: 'cancelled' };
      try {
        return await breaker.execute(async () => {
          try {
            return await orAborted(request(asked, either), either);
          } catch (error) {
            if (signal?.aborted) return { failure: 'cancelled' };
            throw new ServiceFailure(late.aborted ? 'timeout' : failureOf(error));
          }
        });
      } catch (error) {
        if (isBrokenCircuitError(error)) return { failure: 'circuit_open' };
        return { failure: error instanceof ServiceFailure ? error.failure : 'unreachable' };
      }
    },
  };
}

/** The work, or a failure as soon as the signal says so, whatever the work still does. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function failureOf(error: unknown): LlmFailure {
  if (error instanceof APIConnectionError) return 'unreachable';
  if (!(error instanceof APIError)) return error instanceof TypeError ? 'unreachable' : 'malformed';
  const { status } = error;
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate_limited';
  return status !== undefined && status >= 500 ? 'server_error' : 'rejected';
}

/** @throws ServiceFailure when the body is not what a Responses API returns. */
function outcomeOf(body: string): LlmOutcome {
  const read = ResponseBody.safeParse(parsedJson(body));
  if (!read.success) throw new ServiceFailure('malformed');
  const { output, status, usage: used } = read.data;
  const usage = used ? { input: used.input_tokens, output: used.output_tokens } : undefined;
  const content = output.filter(({ type }) => type === 'message').flatMap((message) => message.content ?? []);
  if (content.some(({ type }) => type === 'refusal')) return { failure: 'refused', usage };
  const text = content.flatMap(({ type, text = '' }) => (type === 'output_text' ? [text] : [])).join('');
  if (status === 'incomplete' || status === 'failed' || text === '') return { failure: 'malformed', usage };
  return { text, usage };
}
