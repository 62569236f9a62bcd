import type { Advice } from '../advisor/verdict.ts';
import { shortHash } from '../advisor/verdict-id.ts';
import type { Prompt } from '../knowledge/prompts.ts';
import { askWithin, type NotAsked } from './ask-within.ts';
import { type FaultKind, guard } from './guard.ts';
import { inRulesWords } from './in-rules-words.ts';
import type { Llm, Usage } from './llm.ts';
import { type Prepared, prepare } from './material.ts';
import { PhrasedOutput, type PhrasedSentence, readOutput } from './phrased.ts';
import type { Phrasing } from './phrasing.ts';
import type { PhrasingCache } from './phrasing-cache.ts';
import { renderPrompt } from './prompt.ts';
import { type EnglishWords, restore } from './redaction.ts';
import { type PhrasingKnowledge, phraseAdvice } from './template.ts';
import type { DailyBudget } from './token-budget.ts';
import type { WhyTemplate } from './why-template.ts';

export interface PhraseRequest {
  workspace: string;
  /** The person's text or question. */
  question?: string | undefined;
  /** Aborted when the asker leaves. */
  signal?: AbortSignal | undefined;
}

/** An advice in words, and where the words are from. The verdict in it is the classifier's either way. */
export interface Phrased {
  source: 'template' | 'llm';
  phrasing: Phrasing;
  /** The model's sentences, names restored; empty when the source is the template. */
  sentences: PhrasedSentence[];
  /** Why the template was used, to be logged and counted. */
  reason?: WhyTemplate;
  /** With the reason `guard`: what was wrong. */
  fault?: FaultKind;
  /** Tokens that this took; none when nothing was asked or the phrasing was kept from before. */
  usage?: Usage;
  cached: boolean;
  /** What failed on our side, for the log. */
  error?: unknown;
}

export interface Phraser {
  /** Puts an advice into words. Never throws; the template is always there. */
  phrase(advice: Advice, request: PhraseRequest): Promise<Phrased>;
}

export interface PhraserParts {
  knowledge: PhrasingKnowledge;
  prompt: Prompt<'advice'>;
  english: EnglishWords;
  /** Without it everything is the template's. */
  llm?: Llm | undefined;
  /** Has the workspace agreed that a language model is used? */
  hasConsent(workspace: string): Promise<boolean>;
  budget?: DailyBudget | undefined;
  cache?: PhrasingCache | undefined;
}

interface Made {
  output: PhrasedOutput;
  usage?: Usage | undefined;
  error?: unknown;
  cached: boolean;
}

interface Failed extends NotAsked {
  fault?: FaultKind;
}
export function createPhraser(parts: PhraserParts): Phraser {
  const { knowledge, english } = parts;
  return {
    async phrase(advice, request) {
      const template = phraseAdvice(advice, knowledge);
      const failed = ({ reason, fault, usage, error }: Failed): Phrased => ({
        source: 'template',
        phrasing: template,
        sentences: [],
        reason,
        cached: false,
        ...(fault && { fault }),
        ...(usage && { usage }),
        ...(error !== undefined && { error }),
      });
      try {
        if (!parts.llm) return failed({ reason: 'off' });
        if (!(await parts.hasConsent(request.workspace))) return failed({ reason: 'no_consent' });
        const prepared = prepare(advice, knowledge, english, request.question);
        if (prepared.given.rules.length === 0) return failed({ reason: 'nothing_to_phrase' });
        const made = await madeFor(advice, request, prepared, parts.llm, parts);
        if ('reason' in made) return failed(made);
        return phrasedOf(made, prepared, template);
      } catch (error) {
        return failed({ reason: 'fault', error });
      }
    },
  };
}

/** The sentences that keep to their rules in place of the reasons that they phrase; everything else stays the template's. */
function phrasedOf(
  { output, usage, cached, error }: Made,
  { given, redaction }: Prepared,
  template: Phrasing,
): Phrased {
  const sentences = inRulesWords(output, given).sentences.map((sentence) => ({
    ...sentence,
    text: restore(sentence.text, redaction),
  }));
  return {
    source: 'llm',
    phrasing: {
      ...template,
      account: {
        sentences: sentences.map(({ text, passages }) => ({ text, passages })),
        reasons: given.rules.length,
      },
    },
    sentences,
    cached,
    ...(usage && { usage }),
    ...(error !== undefined && { error }),
  };
}

async function madeFor(
  advice: Advice,
  { workspace, signal }: PhraseRequest,
  { given }: Prepared,
  llm: Llm,
  { prompt, english, budget, cache }: PhraserParts,
): Promise<Made | Failed> {
  const rendered = renderPrompt(prompt, { material: given.material, question: given.question });
  const key = ['phrasing', workspace, advice.id, prompt.version, llm.model, shortHash(rendered, 16)].join(
    ':',
  );
  const isFit = (output: PhrasedOutput): boolean => guard(output, given, english.isWord) === undefined;
  const kept = await cache?.read(key);
  if (kept && isFit(kept)) return { output: kept, cached: true };

  const format = { name: 'phrasing', schema: PhrasedOutput };
  const asked = await askWithin(budget, llm, workspace, { prompt: rendered, format, signal });
  if ('reason' in asked) return asked;
  const { text, ...costs } = asked;
  const output = readOutput(text);
  if (!output) return { reason: 'malformed', ...costs };
  const fault = guard(output, given, english.isWord);
  if (fault) return { reason: 'guard', fault: fault.kind, ...costs };
  await cache?.write(key, output);
  return { output, usage: costs.usage, error: costs.error, cached: false };
}
