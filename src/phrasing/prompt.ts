import type { PROMPT_SLOTS, Prompt, PromptId } from '../knowledge/prompts.ts';

type Fills<Id extends PromptId> = {
  [Slot in keyof (typeof PROMPT_SLOTS)[Id]]: (typeof PROMPT_SLOTS)[Id][Slot] extends 'json' ? object : string;
};

/**
 * A prompt with its slots filled. A text becomes one JSON string, so that it cannot end where it stands and go on as an
 * instruction; what is filled in is not looked through for slots again.
 */
export function renderPrompt<Id extends PromptId>({ body }: Prompt<Id>, fills: Fills<Id>): string {
  const filled = fills as Readonly<Record<string, unknown>>;
  return body.replace(/\{\{([a-z]+)\}\}/g, (slot, name: string) =>
    Object.hasOwn(filled, name) ? JSON.stringify(filled[name]) : slot,
  );
}
