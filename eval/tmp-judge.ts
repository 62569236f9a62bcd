import { isEnglishWord } from '../src/knowledge/english-words.ts';
import { guard } from '../src/phrasing/guard.ts';
import { CORPUS_FILES, type CorpusFile, givenCases, judged, readCorpus } from './guard-corpus.ts';
import { halfOf } from './part.ts';

const cases = givenCases();
const half = process.argv[2];
for (const [id, given] of cases) {
  const s = given.material.reasons.map((r) => ({ text: r.says, rules: [r.rule], passages: [r.passage] }));
  for (const x of s) {
    const f = guard(
      { sentences: [x] },
      {
        ...given,
        rules: given.rules.filter((r) => r.id === x.rules[0]),
        material: { ...given.material, reasons: given.material.reasons.filter((r) => r.rule === x.rules[0]) },
      },
      isEnglishWord,
    );
    if (f) console.log('VERBATIM', id, x.rules[0], JSON.stringify(f), x.text);
  }
}
for (const file of process.argv[3] ? [process.argv[3] as CorpusFile] : CORPUS_FILES) {
  const bad = file.includes('bad');
  let n = 0,
    wrong = 0;
  const kinds: Record<string, number> = {};
  for (const e of readCorpus(file)) {
    if (half && half !== 'all' && halfOf(e.id) !== half) continue;
    n++;
    const k = judged(e, cases);
    if (bad) kinds[`${e.class}:${k}`] = (kinds[`${e.class}:${k}`] ?? 0) + 1;
    if (bad ? k === undefined : k !== undefined) {
      wrong++;
      const g = cases.get(e.case)!;
      const f = e.sentences && !bad ? guard({ sentences: e.sentences }, g, isEnglishWord) : undefined;
      console.log(
        file,
        e.id,
        e.case,
        e.class ?? '',
        k ?? 'MISSED',
        f?.detail ?? '',
        (e.sentences ?? [])
          .filter(
            (s) =>
              bad ||
              guard(
                { sentences: [s] },
                { ...g, rules: g.rules.filter((r) => s.rules.includes(r.id)) },
                isEnglishWord,
              ),
          )
          .map((s) => s.text + ' @' + s.rules)
          .join(' || '),
      );
    }
  }
  console.log(file, half, n, 'wrong', wrong, bad && process.argv[4] ? JSON.stringify(kinds) : '');
}
