import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** The Slack app's manifest that comes with Rolefit. */
export const MANIFEST_FILE = fileURLToPath(new URL('../manifest.yml', import.meta.url));

const commandSchema = z.object({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'a command is a slash and up to 31 lower-case letters'),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

/** The parts of a manifest that something here acts on; Slack's own schema checks the whole in the tests. */
const Manifest = z.object({
  display_information: z.object({ name: z.string().min(1).max(35) }),
  features: z
    .object({
      app_home: z
        .object({
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(false),
        })
        .prefault({}),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      agent_view: z
        .object({
          suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]),
        })
        .optional(),
      slash_commands: z.array(commandSchema).default([]),
    })
    .prefault({}),
  oauth_config: z
    .object({
      scopes: z
        .object({ bot: z.array(z.string()).default([]), bot_optional: z.array(z.string()).default([]) })
        .prefault({}),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
    })
    .prefault({}),
});

export type Manifest = z.output<typeof Manifest>;
export type SlashCommand = Manifest['features']['slash_commands'][number];

/** Reads a manifest file. Throws a ZodError that names the wrong field. */
export const readManifest = (file: string = MANIFEST_FILE): Manifest =>
  Manifest.parse(parse(readFileSync(file, 'utf8')));
