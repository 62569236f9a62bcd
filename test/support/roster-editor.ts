import { emptyMember } from '../../src/advisor/team/roster.ts';
import { editRoster } from '../../src/records/roster.ts';
import { openStore } from '../../src/store/open-store.ts';

const silent = { error: () => undefined, warn: () => undefined } as unknown as Parameters<
  typeof openStore
>[1];

/** Adds members to the roster of T1, as a process of its own, and prints the id of each once the edit is acknowledged. */
async function addMembers(url: string, name: string, count: number): Promise<void> {
  const store = await openStore({ backend: 'postgres', url, encryptionKeys: [] }, silent);
  process.stdout.write('open\n');
  for (let n = 0; n < count; n += 1) {
    const id = `${name}-${n}`;
    await editRoster(store, 'T1', { by: 'U1', at: n }, ({ members }) => ({
      members: [...members, { ...emptyMember(id, { kind: 'open-seat' }), title: name }],
    }));
    process.stdout.write(`${id}\n`);
  }
  await store.close();
}

const [, , url, name, count] = process.argv;
if (import.meta.main && url !== undefined && name !== undefined)
  await addMembers(url, name, Number(count)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
