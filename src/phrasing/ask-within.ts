import { type Llm, type LlmRequest, MOST_OUTPUT_TOKENS, type Usage } from './llm.ts';
import type { DailyBudget } from './token-budget.ts';
import type { WhyTemplate } from './why-template.ts';

interface Costs {
  usage?: Usage | undefined;
  /** A counter that failed, for the log. */
  error?: unknown;
}
export interface Asked extends Costs {
  text: string;
}
export interface NotAsked extends Costs {
  reason: WhyTemplate;
}

/** A rough bound on the tokens of a text: English has some four characters a token. */
const tokensOf = (text: string): number => Math.ceil(text.length / 3);

/** Asks a model within the day's tokens of a workspace. What was sent and is not told of counts as set aside. */
export async function askWithin(
  budget: DailyBudget | undefined,
  llm: Llm,
  workspace: string,
  request: LlmRequest,
): Promise<Asked | NotAsked> {
  const reserved = await reserve(budget, workspace, tokensOf(request.prompt) + MOST_OUTPUT_TOKENS);
  if ('reason' in reserved) return reserved;
  const outcome = await llm.ask(request);
  const { usage } = outcome;
  const failure = 'failure' in outcome ? outcome.failure : undefined;
  const error = await reserved.settle(usage, failure === 'circuit_open');
  const costs = { usage, ...(error !== undefined && { error }) };
  return 'failure' in outcome ? { reason: outcome.failure, ...costs } : { text: outcome.text, ...costs };
}

interface Reserved {
  /** @returns the error of a counter that fails. */
  settle(usage: Usage | undefined, wasNotSent: boolean): Promise<unknown>;
}

async function reserve(
  budget: DailyBudget | undefined,
  workspace: string,
  tokens: number,
): Promise<Reserved | NotAsked> {
  if (!budget) return { settle: async () => undefined };
  try {
    const reservation = await budget.reserve(workspace, tokens);
    if (!reservation) return { reason: 'budget' };
    return {
      settle: (usage, wasNotSent) =>
        reservation.settle(usage ? usage.input + usage.output : wasNotSent ? 0 : tokens).then(
          () => undefined,
          (error: unknown) => error,
        ),
    };
  } catch (error) {
    return { reason: 'budget_unknown', error };
  }
}
