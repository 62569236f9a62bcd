import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** The Slack app's manifest that comes with Rolefit. */
export const MANIFEST_FILE = fileURLToPath(new URL('../manifest.yml', import.meta.url));

/** What we use of a manifest; Slack's own schema checks the whole in the tests. */
const Manifest = z.object({
  display_information: z.object({ name: z.string(), description: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string().optional(),
        should_escape: z.boolean().optional(),
      }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads `manifest.yml`. */
export const readManifest = (file: string = MANIFEST_FILE): Manifest =>
  Manifest.parse(parse(readFileSync(file, 'utf8')));
