import { z } from 'zod';
import { parsedJson } from '../parsed-json.ts';

/** What a model returns: sentences, each with the ids of the rules and passages that it puts into words. */
export const PhrasedSentence = z.strictObject({
  text: z.string(),
  rules: z.array(z.string()),
  passages: z.array(z.string()),
});
export type PhrasedSentence = z.infer<typeof PhrasedSentence>;

export const PhrasedOutput = z.strictObject({ sentences: z.array(PhrasedSentence) });
export type PhrasedOutput = z.infer<typeof PhrasedOutput>;

/** More than this is no phrasing, in UTF-16 code units. */
const LONGEST_OUTPUT = 20_000;

/** A model's text as sentences; undefined when it is not the JSON that was asked for. */
export function readOutput(text: string): PhrasedOutput | undefined {
  if (text.length > LONGEST_OUTPUT) return undefined;
  return PhrasedOutput.safeParse(parsedJson(text)).data;
}
