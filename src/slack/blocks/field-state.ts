import { z } from 'zod';

/** A file that somebody chose in a form, as far as we read what Slack says of it. */
const ChosenFile = z.looseObject({
  name: z.string(),
  /** In bytes. */
  size: z.number().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});
export type ChosenFile = z.infer<typeof ChosenFile>;

/** What Slack says stands in a field, of whatever kind. */
const Field = z.looseObject({
  value: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  files: z.array(ChosenFile).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
});
type Field = z.infer<typeof Field>;
const State = z.record(z.string(), z.record(z.string(), Field));

/** The fields of a modal by their block ids, from Slack's `view.state.values`; each block has one field. */
export function fieldsIn(stateValues: unknown): (block: string) => Field {
  const state = State.parse(stateValues ?? {});
  return (block) => Object.values(state[block] ?? {})[0] ?? {};
}

/** The words in a text field, without the space around them; null where there are none. */
export const wordsIn = ({ value }: Field): string | null => value?.trim() || null;

/** The file in a field for one; null where there is none. */
export const fileIn = ({ files }: Field): ChosenFile | null => files?.[0] ?? null;

/** The values of the chosen options. */
export const chosenIn = ({ selected_options: options }: Field): string[] =>
  (options ?? []).map(({ value }) => value);
