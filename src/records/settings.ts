import { z } from 'zod';
import { Days, RETAINED_KINDS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** What a workspace has set. Every field has a default, so that nothing need be stored. */
export const Settings = z.object({
  /** Channels that the app speaks in; null for all that it is invited to. */
  allowedChannels: z.array(z.string()).nullable().default(null),
  /** In channels it answers only where it is mentioned. */
  mentionOnly: z.boolean().default(false),
  tone: z.enum(['plain', 'warm']).default('plain'),
  /**
   * Who consented to a language model, when in ms, and to which host texts may go; null while it is off. It is no consent
   * to another host.
   */
  llmConsent: z
    .object({ by: z.string(), at: z.int(), host: z.string().default('') })
    .nullable()
    .default(null),
  /** User ids of those who may change settings, besides the workspace's admins. */
  managers: z.array(z.string()).default([]),
  /** Who may set up digests. */
  digestRights: z.enum(['managers', 'everyone']).default('managers'),
  /** Days to keep records, by kind, where it is shorter than the installation has it. */
  retentionDays: z.partialRecord(z.enum(RETAINED_KINDS), Days).default({}),
});
export type Settings = z.infer<typeof Settings>;

export const SETTINGS = defineKind({
  kind: 'settings',
  version: 1,
  schema: Settings,
  forgetPerson: (settings, { user }) => ({
    ...settings,
    managers: settings.managers.filter((manager) => manager !== user),
  }),
});

/** A workspace has one document of settings. */
export const SETTINGS_ID = 'settings';

/** What the workspace has set, with the defaults for the rest. @throws StoreError */
export const readSettings = async (store: Store, workspace: string): Promise<Settings> =>
  (await store.documents(SETTINGS, workspace).read(SETTINGS_ID)) ?? Settings.parse({});
