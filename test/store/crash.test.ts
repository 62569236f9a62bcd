import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { aFolder, opened } from '../support/stores.ts';
import { LINE } from '../support/writer.ts';

const WRITER = join(import.meta.dirname, '../support/writer.ts');
const CRASHES = 200;
/** The writer's modules are compiled once, since it starts so often. */
const QUICKLY = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'rolefit-compiled') };
/** Each folder is written by one process at a time; several folders keep the processors busy. */
const FOLDERS = 2;
/** A writer is killed after this many acknowledged writes at most. */
const MOST_WRITES = 12;

test(`${CRASHES} times killed in the middle of writes: it starts again, and every acknowledged write is there`, async () => {
  spawnSync(process.execPath, [WRITER], { env: QUICKLY });
  const folders = Array.from({ length: FOLDERS }, aFolder);
  const acknowledged = await Promise.all(folders.map((folder) => crashes(folder, CRASHES / FOLDERS)));
  for (const [n, folder] of folders.entries()) {
    const { store } = await opened({ backend: 'sqlite', dataDir: folder, encryptionKeys: [] });
    const lines = store.documents(LINE, 'T1');
    const lost: string[] = [];
    for (const id of acknowledged[n] ?? []) if ((await lines.read(id)) !== id.repeat(20)) lost.push(id);
    expect(lost).toEqual([]);
    expect(acknowledged[n]?.length).toBeGreaterThan(CRASHES / FOLDERS);
  }
}, 180_000);

/** Kills one writer after the other; the ids that they had acknowledged. */
async function crashes(folder: string, times: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let time = 0; time < times; time += 1) acknowledged.push(...(await oneCrash(folder, `w${time}`)));
  return acknowledged;
}

async function oneCrash(folder: string, name: string): Promise<string[]> {
  const writer = spawn(process.execPath, [WRITER, folder, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: QUICKLY,
  });
  const [said, complaints]: [string[], string[]] = [[], []];
  const writes = 1 + Math.floor(Math.random() * MOST_WRITES);
  createInterface({ input: writer.stderr }).on('line', (line) => complaints.push(line));
  createInterface({ input: writer.stdout }).on('line', (line) => {
    said.push(line);
    if (said.length > writes) setTimeout(() => writer.kill('SIGKILL'), Math.random() * 3);
  });
  const [, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    writer.on('close', (...how) => resolve(how));
  });
  expect({ signal, complaints, opened: said[0] }).toEqual({
    signal: 'SIGKILL',
    complaints: [],
    opened: 'open',
  });
  return said.slice(1);
}
