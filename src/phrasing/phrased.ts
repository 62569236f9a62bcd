import { z } from 'zod';

/** What a model returns: sentences, each with the ids of the rules and passages that it puts into words. */
export const PhrasedSentence = z.strictObject({
  text: z.string(),
  rules: z.array(z.string()),
  passages: z.array(z.string()),
});
export type PhrasedSentence = z.infer<typeof PhrasedSentence>;

export const PhrasedOutput = z.strictObject({ sentences: z.array(PhrasedSentence) });
export type PhrasedOutput = z.infer<typeof PhrasedOutput>;
