import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { HAPPENINGS, type Happening } from './happening.ts';

export interface Metrics {
  contentType: string;
  /** All metrics in Prometheus' text format. */
  render(): Promise<string>;
  /** Counts no more. */
  close(): void;
}

/** Slack waits three seconds for an ack. */
const ACK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const STORE_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const ANSWER_TOKENS = [100, 250, 500, 1_000, 2_000, 4_000, 8_000];

/** Begins to count what happens in this process. All metrics are defined here, and described in docs/operating.md. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <T extends string>(name: string, help: string, labelNames: T[]): Counter<T> =>
    new Counter({ name: `rolefit_${name}_total`, help, labelNames, registers });
  const histogram = <T extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: T[],
  ): Histogram<T> => new Histogram({ name: `rolefit_${name}`, help, buckets, labelNames, registers });

  const acks = counter('acks', 'Requests of Slack that were acknowledged.', []);
  const ackSeconds = histogram('ack_seconds', 'From a request to its ack.', ACK_SECONDS, []);
  const advice = counter('advice', 'Advice given, by the role advised.', ['outcome']);
  const refusals = counter('refusals', 'Questions that were not answered, by reason.', ['reason']);
  const guard = counter('guard_failures', 'Wordings of a model that the guard refused.', ['reason']);
  const llmAnswers = counter('llm_answers', 'Advice worded with a model set up, by result.', ['result']);
  const llmTokens = counter('llm_tokens', 'Tokens of the language model.', ['direction']);
  const answerTokens = histogram('llm_answer_tokens', 'Tokens of one answer, in and out.', ANSWER_TOKENS, []);
  const digests = counter('digests', 'Digests by what became of them.', ['state']);
  const slackErrors = counter('slack_errors', 'Calls of Slack that failed.', ['method', 'code']);
  const storeSeconds = histogram('store_seconds', 'How long the store took.', STORE_SECONDS, ['operation']);
  const rateLimited = counter('rate_limited', 'Questions over the rate of a person or a workspace.', [
    'whose',
  ]);
  const busy = counter('busy', 'Questions turned away because too many were in hand.', []);

  const count = (it: Happening): void => {
    switch (it.kind) {
      case 'ack':
        acks.inc();
        ackSeconds.observe(it.ms / 1000);
        break;
      case 'advice':
        advice.inc({ outcome: it.outcome });
        break;
      case 'refusal':
        refusals.inc({ reason: it.reason });
        break;
      case 'guard-failure':
        guard.inc({ reason: it.reason });
        break;
      case 'llm-answer':
        llmAnswers.inc({ result: it.result });
        if (!it.tokens) break;
        llmTokens.inc({ direction: 'input' }, it.tokens.input);
        llmTokens.inc({ direction: 'output' }, it.tokens.output);
        answerTokens.observe(it.tokens.input + it.tokens.output);
        break;
      case 'digest':
        digests.inc({ state: it.state });
        break;
      case 'slack-error':
        slackErrors.inc({ method: it.method, code: it.code });
        break;
      case 'store':
        storeSeconds.observe({ operation: it.operation }, it.ms / 1000);
        break;
      case 'rate-limited':
        rateLimited.inc({ whose: it.whose });
        break;
      case 'busy':
        busy.inc();
        break;
    }
  };
  const heard = (message: unknown): void => count(message as Happening);
  HAPPENINGS.subscribe(heard);
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    close() {
      HAPPENINGS.unsubscribe(heard);
      registry.clear();
    },
  };
}
