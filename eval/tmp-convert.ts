import { readFileSync, writeFileSync } from 'node:fs';
import { isCommonWord, isEnglishWord } from '../src/knowledge/english-words.ts';
import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { prepare } from '../src/phrasing/material.ts';

const [, , prefix, target, ...files] = process.argv;
const a = openAdvisor();
const cases = new Map(
  readFileSync('/work/wt-guard/test/phrasing/corpus/cases.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((l) => {
      const c = JSON.parse(l);
      return [
        c.id,
        prepare(a.check(c.text, c.subject), a, { isWord: isEnglishWord, isCommon: isCommonWord }, c.text)
          .given,
      ] as const;
    }),
);
let n = 0;
const out: string[] = [];
const faithful = prefix!.includes("f");
for (const f of files)
  for (const line of readFileSync(f, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const parts = line.split(' | ');
    const [cas, cls, ...rest] = faithful
      ? [parts[0]!.trim(), undefined, ...parts.slice(1)]
      : [parts[0]!.trim(), parts[1]!.trim(), ...parts.slice(2)];
    const body = rest.join(' | ');
    const given = cases.get(cas!);
    if (!given) {
      console.error('no case', line);
      continue;
    }
    n++;
    const id = `${prefix}${String(n).padStart(3, '0')}`;
    const base = { id, case: cas, ...(cls ? { class: cls } : {}) };
    if (body.startsWith('RAW:')) {
      out.push(JSON.stringify({ ...base, raw: body.slice(4) }));
      continue;
    }
    const sentences = body.split(' || ').map((s) => {
      const at = s.lastIndexOf(' @');
      if (at < 0) console.error('no cite', line);
      const [rs = '', ps] = s.slice(at + 2).split('^');
      const rules =
        rs.trim() === '' || rs.trim() === '-'
          ? []
          : rs
              .trim()
              .split(',')
              .map((r) =>
                /^\d+$/.test(r)
                  ? (given.rules[Number(r) - 1]?.id ?? (console.error('bad rule', line), 'x'))
                  : r,
              );
      const passages = ps
        ? ps.trim() === '-'
          ? []
          : ps.trim().split(',')
        : [...new Set(rules.flatMap((r) => given.rules.find((g) => g.id === r)?.passage ?? []))];
      return {
        text: s
          .slice(0, at)
          .replace(/\\n/g, '\n')
          .replace(/\\u\{([0-9a-f]+)\}/gi, (_, h) => String.fromCodePoint(parseInt(h, 16))),
        rules,
        passages,
      };
    });
    out.push(JSON.stringify({ ...base, sentences }));
  }
writeFileSync(target!, out.join('\n') + '\n');
console.log(n, 'written to', target);
