import type { Command } from 'commander';
import { z } from 'zod';
import { manifestFor } from '../manifest.ts';
import { EVENTS_PATH, REDIRECT_PATH, urlAt } from '../slack/paths.ts';
import { UsageError } from './usage-error.ts';

const Address = z.url({ protocol: /^https$/ });

/** The command that prints the manifest for an installation that many workspaces share. */
export function addManifestCommand(program: Command, print: (line: string) => void): void {
  program
    .command('manifest')
    .description('print the Slack app’s manifest for many workspaces, with the addresses filled in')
    .argument('<address>', 'where Slack and browsers reach Rolefit, such as https://rolefit.example.com')
    .action((address: string) => {
      if (!Address.safeParse(address).success)
        throw new UsageError(`"${address}" is no address that Slack takes. It must begin with https://`);
      const manifest = manifestFor({
        eventsUrl: urlAt(address, EVENTS_PATH),
        redirectUrl: urlAt(address, REDIRECT_PATH),
      });
      print(manifest.trimEnd());
    });
}
