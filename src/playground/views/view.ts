import { z } from 'zod';

const Text = z.looseObject({ type: z.string(), text: z.string() });

/** What an app says of a view; what it leaves out is filled in as Slack does. Judged by view-check.ts. */
export const ViewContent = z.looseObject({
  type: z.enum(['modal', 'home']),
  title: Text.optional(),
  submit: Text.nullish(),
  close: Text.nullish(),
  blocks: z.array(z.record(z.string(), z.unknown())),
  private_metadata: z.string().default(''),
  callback_id: z.string().default(''),
  external_id: z.string().default(''),
  clear_on_close: z.boolean().default(false),
  notify_on_close: z.boolean().default(false),
});
export type ViewContent = Readonly<z.output<typeof ViewContent>>;

/** A view as the workspace keeps it: a modal that a person has open, or their Home tab. */
export interface View {
  readonly id: string;
  /** Whose window it is in. */
  readonly person: string;
  readonly rootId: string;
  /** The view below it in the stack. */
  readonly previousId: string | null;
  /** Changes with every update. */
  readonly hash: string;
  /** The conversation that the person had open when it came. */
  readonly conversation?: string | undefined;
  readonly content: ViewContent;
}
