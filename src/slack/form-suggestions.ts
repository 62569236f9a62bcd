import type { Fact, FactValue } from '../advisor/fact.ts';
import { confirmed } from '../phrasing/proposals.ts';
import type { FormInput, FormMemory, Suggestion } from './blocks/form-state.ts';

/** A form's memory and fields, as they are to be drawn anew. */
export interface Drawn {
  memory: FormMemory;
  input: FormInput;
}

/** With what a language model suggests for fields that say "unknown". */
export function withSuggestions({ memory, input }: Drawn, suggestions: readonly Suggestion[]): Drawn {
  const open = suggestions.filter(({ name }) => !(name in input.values));
  return { memory: { ...memory, suggestions: open }, input };
}

/** With one suggestion in its field, as what the person says is so. */
export function withTaken({ memory, input }: Drawn, name: string): Drawn {
  const taken = memory.suggestions?.find((each) => each.name === name);
  if (!taken) return { memory, input };
  return {
    memory: {
      ...withoutIt(memory, name),
      confirmed: [...(memory.confirmed ?? []).filter((each) => each.name !== name), taken],
      filledIn: [...new Set([...memory.filledIn, name])],
      revision: memory.revision + 1,
    },
    input: { ...input, values: { ...input.values, [name]: taken.value } },
  };
}

/** Without one suggestion; what stands in its field stays. */
export const withDropped = ({ memory, input }: Drawn, name: string): Drawn => ({
  memory: withoutIt(memory, name),
  input,
});

const withoutIt = (memory: FormMemory, name: string): FormMemory => ({
  ...memory,
  suggestions: (memory.suggestions ?? []).filter((each) => each.name !== name),
});

/** A fact that the person confirmed when it was suggested, with its words where they stand in the text. */
export function confirmedIn(
  text: string,
  memory: FormMemory,
  name: string,
  value: FactValue,
): Fact | undefined {
  const suggestion = memory.confirmed?.find((each) => each.name === name && each.value === value);
  const words = suggestion?.quote.replace(/…$/, '') ?? '';
  const start = words === '' ? -1 : text.indexOf(words);
  if (start < 0) return undefined;
  return confirmed({ name, value, evidence: { text: words, start, end: start + words.length } });
}
