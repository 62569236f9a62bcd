import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Learned, Memory } from '../advisor/likeness/learned.ts';
import { parsedJson } from '../parsed-json.ts';

/** Where the build keeps what was learned from the knowledge that comes with Rolefit. Not there where sources run. */
export const LEARNED_DIR = fileURLToPath(new URL('../learned', import.meta.url));

const EXTENSION = '.learned';
const NEWLINE = 0x0a;

/** The first line of a file; after it come the weights and the bias, as they stand in memory. */
const Header = z.object({
  /** What it was learned from, and by what. */
  from: z.string(),
  endianness: z.string(),
  stems: z.array(z.string()),
  features: z.array(z.string()),
  labels: z.int().positive(),
});

/** Tells one state of what is learned from, in a knowledge folder, from another. */
function signalsHash(dir: string): string {
  const signals = join(dir, 'signals');
  const hash = createHash('sha256');
  for (const file of readdirSync(signals, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.\w+$/.test(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(signals, file)))
        .update('\0');
  return hash.digest('hex');
}

/**
 * What was learned before of a knowledge folder and kept in `kept`. What is not there, not whole, or learned from something else
 * is learned anew: that takes a second and gives the same.
 */
export function learnedBefore(kept: string, dir: string): Memory {
  let hash: string | undefined;
  return (name) => (learnNow) => {
    const bytes = bytesOf(join(kept, name + EXTENSION));
    if (!bytes) return learnNow();
    hash ??= signalsHash(dir);
    return unpacked(bytes, hash) ?? learnNow();
  };
}

/** Learns, and keeps it in `kept` for `learnedBefore`. */
export function keepingLearned(kept: string, dir: string): Memory {
  const from = signalsHash(dir);
  mkdirSync(kept, { recursive: true });
  return (name) => (learnNow) => {
    const learned = learnNow();
    const file = join(kept, name + EXTENSION);
    // Written aside first, so that an app that starts meanwhile never reads half a file.
    const aside = `${file}.${process.pid}.part`;
    writeFileSync(aside, packed(learned, from));
    renameSync(aside, file);
    return learned;
  };
}

function packed({ stems, features, weights, bias }: Learned, from: string): Buffer {
  const header = { from, endianness: endianness(), stems, features, labels: bias.length };
  const numbers = [weights, bias].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...numbers]);
}

function unpacked(bytes: Buffer, from: string): Learned | undefined {
  const end = bytes.indexOf(NEWLINE);
  const header = Header.safeParse(parsedJson(bytes.toString('utf8', 0, Math.max(0, end)))).data;
  if (header?.from !== from || header.endianness !== endianness()) return undefined;
  const { stems, features, labels } = header;
  const count = features.length * labels;
  const rest = bytes.subarray(end + 1);
  if (rest.length !== (count + labels) * Float32Array.BYTES_PER_ELEMENT) return undefined;
  // Numbers have to begin at a multiple of their size, and a copy does.
  const numbers = new Float32Array(Uint8Array.from(rest).buffer);
  return { stems, features, weights: numbers.subarray(0, count), bias: numbers.subarray(count) };
}

/** Undefined also where a file may not be read: what it holds can be learned, and a text is not to go unread for it. */
function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
