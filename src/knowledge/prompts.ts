import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { frontMatterOf } from './front-matter.ts';
import { KnowledgeError, type KnowledgeFault } from './yaml-source.ts';

/** The prompts that come with Rolefit. */
export const PROMPTS_DIR = fileURLToPath(new URL('../../prompts', import.meta.url));

/** How a slot is filled: with a text on one line, or with JSON. */
const SlotType = z.enum(['text', 'json']);
type SlotType = z.infer<typeof SlotType>;

/** The prompts that the code fills, and with what. */
export const PROMPT_SLOTS = {
  advice: { material: 'json', question: 'text' },
  facts: { facts: 'json', text: 'text' },
} as const satisfies Record<string, Record<string, SlotType>>;
export type PromptId = keyof typeof PROMPT_SLOTS;

const PromptHead = z.strictObject({
  id: z.enum(Object.keys(PROMPT_SLOTS) as [PromptId, ...PromptId[]]),
  /** Goes up with every edit; what was phrased under another version is phrased anew. */
  version: z.number().int().min(1),
  /** What it is for, for whoever edits it. */
  use: z.string().min(1),
  slots: z.record(z.string().regex(/^[a-z]+$/, 'a slot is a lower-case word'), SlotType),
});

export interface Prompt<Id extends PromptId = PromptId> {
  id: Id;
  version: number;
  /** The text with its slots, `{{name}}`. */
  body: string;
}

export type Prompts = { readonly [Id in PromptId]: Prompt<Id> };

export interface PromptsRead {
  /** All of them, when there is no fault. */
  prompts: Prompts | undefined;
  faults: KnowledgeFault[];
}

/** Reads every prompt of a folder. Faults name file and line: schema, slots that are not filled or not used, what is missing. */
export function readPrompts(dir: string = PROMPTS_DIR): PromptsRead {
  const faults: KnowledgeFault[] = [];
  const found = new Map<PromptId, Prompt>();
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.md')) continue;
    const file = join(dir, name);
    const read = parsePrompt(file, readFileSync(file, 'utf8'));
    faults.push(...read.faults);
    if (read.prompt) found.set(read.prompt.id, read.prompt);
  }
  const ids = Object.keys(PROMPT_SLOTS) as PromptId[];
  const absent = ids.filter((id) => !found.has(id));
  if (faults.length === 0)
    for (const id of absent)
      faults.push({ file: dir, line: 1, message: `There is no prompt "${id}". Add ${id}.md.` });
  return { prompts: faults.length > 0 ? undefined : (Object.fromEntries(found) as Prompts), faults };
}

/** Reads every prompt of a folder. @throws KnowledgeError that lists all faults if there is any. */
export function loadPrompts(dir: string = PROMPTS_DIR): Prompts {
  const { prompts, faults } = readPrompts(dir);
  if (!prompts) throw new KnowledgeError(faults);
  return prompts;
}

const SLOT = /\{\{(.*?)\}\}/g;

/** One prompt from the text of its file: YAML between two lines of `---`, then the body. */
export function parsePrompt(
  file: string,
  source: string,
): { prompt: Prompt | undefined; faults: KnowledgeFault[] } {
  const head = frontMatterOf(PromptHead, file, source);
  if (!head.value) return { prompt: undefined, faults: head.faults };
  const faults: KnowledgeFault[] = [];
  const fault = (line: number, message: string) => faults.push({ file, line, message });
  const { id, version, slots } = head.value;
  if (`${id}.md` !== basename(file))
    fault(head.lineOf(['id']), `The id "${id}" is not the file's name. Rename one of the two.`);

  const filled: Readonly<Record<string, SlotType>> = PROMPT_SLOTS[id];
  for (const [name, type] of Object.entries(slots))
    if (filled[name] !== type)
      fault(head.lineOf(['slots', name]), `Nothing fills the slot "${name}" with ${type}. ${has(filled)}`);
  for (const name of Object.keys(filled))
    if (!(name in slots)) fault(head.lineOf(['slots']), `The slot "${name}" is not declared. ${has(filled)}`);

  const used = new Set<string>();
  for (const [at, line] of head.body.entries())
    for (const [, name = ''] of line.matchAll(SLOT)) {
      used.add(name);
      if (!(name in slots))
        fault(head.bodyLine + at, `{{${name}}} is no declared slot. Declare it or mend its name.`);
    }
  for (const name of Object.keys(slots))
    if (!used.has(name))
      fault(head.lineOf(['slots', name]), `The slot "${name}" is not used. Write {{${name}}} in the body.`);
  const body = head.body.join('\n').trim();
  return { prompt: faults.length > 0 ? undefined : { id, version, body }, faults };
}

const has = (slots: Readonly<Record<string, SlotType>>): string =>
  `This prompt has: ${Object.entries(slots)
    .map(([name, type]) => `${name} (${type})`)
    .join(', ')}.`;
