import type { LlmFailure } from './llm.ts';

/** Why the template was used; each is counted by its name. */
export type WhyTemplate =
  | LlmFailure
  | 'off'
  | 'no_consent'
  | 'nothing_to_phrase'
  | 'budget'
  | 'budget_unknown'
  | 'guard'
  | 'fault';

/** What a person is told of it, with the remedy where there is one. */
export const WHY_TEMPLATE: Readonly<Record<WhyTemplate, string>> = {
  off: 'No language model is set up. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a compatible server.',
  no_consent:
    'This workspace has not agreed to use a language model. A manager can, in the settings of Rolefit.',
  nothing_to_phrase: 'There is no reason to put into other words.',
  budget: "The workspace's tokens for today are spent. They begin anew at midnight UTC.",
  budget_unknown: "The workspace's tokens could not be counted. Try again later.",
  guard: 'The language model said something that the rules do not say.',
  fault: 'Something went wrong with the language model. The log says what.',
  timeout: 'The language model took too long.',
  cancelled: 'It was no longer wanted.',
  unauthorized: "The language model's service refused the key. Check OPENAI_API_KEY.",
  rate_limited: "The language model's service has had too many requests. Try again in a minute.",
  server_error: "The language model's service had a failure of its own. Try again later.",
  rejected:
    "The language model's service did not take the request. Check ROLEFIT_LLM_MODEL and OPENAI_BASE_URL.",
  unreachable:
    "The language model's service cannot be reached. Check the network, and OPENAI_BASE_URL if it is set.",
  malformed: 'The language model answered in no usable form.',
  refused: 'The language model refused to answer.',
  circuit_open: "The language model's service failed several times and is left alone for half a minute.",
};
