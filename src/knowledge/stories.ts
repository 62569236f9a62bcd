import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Story } from '../advisor/likeness/story-reader.ts';
import type { AllStories } from '../advisor/readers.ts';
import { ROLES, type Role } from '../advisor/verdict.ts';
import type { KnowledgeFault } from './yaml-source.ts';

export interface StoriesRead {
  stories: AllStories;
  faults: KnowledgeFault[];
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/**
 * Reads `signals/stories/` in a knowledge folder: whole texts, one a line, a file for each role that they tell of. Faults name file
 * and line.
 */
export function readStories(dir: string): StoriesRead {
  const faults: KnowledgeFault[] = [];
  const of = (about: keyof AllStories): Story[] => {
    const folder = join(dir, 'signals', 'stories', about);
    if (!existsSync(folder)) return [];
    const firstAt = new Map<string, { file: string; line: number }>();
    const storyAt = (role: Role, text: string, here: { file: string; line: number }): Story[] => {
      if (text === '') return [];
      const see = firstAt.get(text);
      if (see) faults.push({ ...here, message: 'This story is told twice. Take one out.', see });
      else firstAt.set(text, here);
      return [{ text, role }];
    };
    return readdirSync(folder)
      .toSorted()
      .flatMap((name) => {
        const file = join(folder, name);
        const role = basename(name, '.txt');
        if (name.endsWith('.txt') && isRole(role)) {
          const lines = readFileSync(file, 'utf8').split('\n');
          return lines.flatMap((line, at) => storyAt(role, line.trim(), { file, line: at + 1 }));
        }
        const names = ROLES.map((each) => `${each}.txt`).join(', ');
        faults.push({ file, line: 1, message: `Stories stand in a file named after their role: ${names}.` });
        return [];
      });
  };
  return { stories: { situation: of('situation'), person: of('person') }, faults };
}
