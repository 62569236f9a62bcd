import { z } from 'zod';
import { defineKind } from '../../src/store/kind.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What the writer writes. */
export const LINE = defineKind({
  kind: 'line',
  version: 1,
  schema: z.string(),
  forgetPerson: 'holds no person',
});

const silent = { error: () => undefined, warn: () => undefined } as unknown as Parameters<
  typeof openStore
>[1];

/** Writes documents without end, as a process of its own, and prints the id of each once it is acknowledged. */
async function writeWithoutEnd(dataDir: string, name: string): Promise<void> {
  const store = await openStore({ backend: 'sqlite', dataDir, encryptionKeys: [] }, silent);
  const lines = store.documents(LINE, 'T1');
  process.stdout.write('open\n');
  for (let n = 0; ; n += 1) {
    const id = `${name}-${n}`;
    await lines.write(id, id.repeat(20));
    process.stdout.write(`${id}\n`);
  }
}

const [, , dataDir, name] = process.argv;
if (import.meta.main && dataDir !== undefined && name !== undefined)
  await writeWithoutEnd(dataDir, name).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
