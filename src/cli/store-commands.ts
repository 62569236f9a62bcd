import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { readStoreConfig } from '../config.ts';
import { exportDocuments } from '../store/export.ts';
import { importDocuments } from '../store/import.ts';
import { rotateKeys } from '../store/rotate.ts';
import type { Store } from '../store/store.ts';
import { existingFile } from './input.ts';
import { countingBar } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** What the commands need of the program around them. */
export interface StoreTerminal {
  environment: Readonly<Record<string, string | undefined>>;
  stderr: NodeJS.WriteStream;
  print(line: string): void;
  exitWith(code: number): void;
}

/** The commands for whoever runs Rolefit: moving house, keys, erasure. */
export function addStoreCommands(program: Command, terminal: StoreTerminal): void {
  const { environment, stderr, print, exitWith } = terminal;
  /** Loads the store only where it is used: the other commands start without it. */
  const onStore = async (work: (store: Store) => Promise<void>): Promise<void> => {
    const [{ openStore }, { createLog }] = await Promise.all([
      import('../store/open-store.ts'),
      import('../ops/log.ts'),
    ]);
    const store = await openStore(readStoreConfig(environment), createLog('warn'));
    try {
      await work(store);
    } finally {
      await store.close();
    }
  };

  program
    .command('export')
    .description('write all documents to a file, as JSON Lines with a checksum')
    .argument('<file>', 'a file that is not there yet')
    .option('--with-secrets', 'tokens too, encrypted with the key that they are stored with')
    .option('--workspace <id>', 'only the documents of this workspace')
    .action(async (file: string, options: { withSecrets?: boolean; workspace?: string }) => {
      if (existsSync(file)) throw new UsageError(`"${file}" is there already. Name a new file.`);
      await onStore(async ({ table }) => {
        const bar = countingBar(stderr, 'documents');
        const { documents, leftOut } = await exportDocuments(table, file, {
          ...options,
          onProgress: bar.add,
        });
        bar.stop();
        print(`${count(documents, 'document')} exported to ${file}.`);
        if (leftOut > 0)
          print(`${count(leftOut, 'secret')} left out; --with-secrets takes them along, encrypted.`);
      });
    });

  program
    .command('import')
    .description('store the documents of an export; what was stopped goes on where it was')
    .argument('<file>', 'an export')
    .option('--edited', 'the file was edited by hand, so that its checksum need not fit')
    .action(async (file: string, options: { edited?: boolean }) => {
      existingFile(file);
      await onStore(async ({ table }) => {
        const bar = countingBar(stderr, 'documents');
        const { documents, resumedAfter } = await importDocuments(table, file, {
          ...options,
          onProgress: bar.add,
        });
        bar.stop();
        const before = resumedAfter === 0 ? '' : `, ${resumedAfter.toLocaleString('en')} of them earlier`;
        print(`${count(documents, 'document')} imported from ${file}${before}.`);
      });
    });

  program
    .command('keys')
    .description('the keys that tokens are encrypted with')
    .command('rotate')
    .description(
      'encrypt all tokens with the first of ROLEFIT_ENCRYPTION_KEYS; exit code 1 when some cannot be opened',
    )
    .action(() =>
      onStore(async ({ table, keys }) => {
        if (keys.isEmpty) throw new UsageError('There is no key. Set ROLEFIT_ENCRYPTION_KEYS, newest first.');
        const bar = countingBar(stderr, 'documents');
        const { rotated, current, unreadable } = await rotateKeys(table, keys, bar.add);
        bar.stop();
        print(
          `${count(rotated, 'secret')} encrypted anew, ${current.toLocaleString('en')} had the newest key.`,
        );
        if (unreadable > 0)
          print(`${count(unreadable, 'secret')} cannot be opened with these keys and stayed.`);
        exitWith(unreadable > 0 ? 1 : 0);
      }),
    );

  program
    .command('erase')
    .description('remove every document of a workspace, for good')
    .argument('<workspace>', "the workspace's id, such as T0123456789")
    .requiredOption('--yes', 'it is meant')
    .action((workspace: string) =>
      onStore(async (store) => print(`${count(await store.eraseWorkspace(workspace), 'document')} erased.`)),
    );

  program
    .command('forget')
    .description('erase a person from every document of a workspace; exit code 1 when some cannot be read')
    .argument('<workspace>', "the workspace's id, such as T0123456789")
    .argument('<user>', "the person's Slack user id, such as U0123456789")
    .option('--name <name...>', 'names that the team or texts call the person by')
    .action(async (workspace: string, user: string, { name: names = [] }: { name?: string[] }) => {
      if (!SLACK_USER.test(user))
        throw new UsageError(`"${user}" is no Slack user id. Copy it from the person's profile, under "⋮".`);
      const { forgetPerson } = await import('../records/forget.ts');
      await onStore(async (store) => {
        const deed = { by: OPERATOR, at: Date.now() };
        const { removed, changed, unreadable } = await forgetPerson(store, workspace, { user, names }, deed);
        print(`${count(removed, 'document')} removed, ${count(changed, 'document')} changed.`);
        if (unreadable > 0)
          print(
            `${count(unreadable, 'document')} cannot be read and may hold the person still: see "Unreadable documents" in docs/storage.md.`,
          );
        exitWith(unreadable > 0 ? 1 : 0);
      });
    });
}

const SLACK_USER = /^[UW][A-Z0-9]{2,}$/;

/** Who did it, in the audit list, where it was no user of Slack. */
const OPERATOR = 'the operator';

const count = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
