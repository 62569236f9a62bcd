import fc from 'fast-check';

/** A person who must never be pinged by what somebody typed. */
export const PINGED = 'U0PINGED';

/** Texts that have broken programs like ours. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e\u2066\u200b',
  `<!channel> <!here|here> <!everyone> <!subteam^S1> <@${PINGED}> <@${PINGED}|pat> @channel`,
  `&lt;!channel&gt; &lt;@${PINGED}&gt;`,
  '&amp;lt;!channel&amp;gt;',
  '<https://example.org|click> <javascript:alert(1)|x> <#C1|<!channel>>',
  '=HYPERLINK("http://example.org","x")',
  '+1\t-1\r@SUM(A1)',
  '*bold _it ~strike `code ```',
  '> quote\n>>> all',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  'null',
  'NaN',
  '-1',
  '1e400',
  '99999999999999999999',
  '0x10',
  '../../etc/passwd',
  '{{7*7}} <%= 7 %>',
  "'; DROP TABLE documents; --",
  'We are 14 people, I keep having ideas and nothing gets finished',
  'Our COO keeps the minutes and schedules meetings. Does that fit?',
  'What is the difference between a COO and an implementer?',
  'help',
  'team',
  'digest',
  'settings',
  'forget me',
  'why',
  'whatif',
  'check ',
  'ask ',
  'person ',
  'job COO\n- hires people\n- keeps the minutes',
  'who,title,owns\nAda,COO,budget\n=1+1,x,',
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260105\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  '2026-13-45',
  '25:61',
  'Mars/Olympus',
  'ß'.repeat(300),
  'e\u0301'.repeat(500),
  '🧑‍🤝‍🧑'.repeat(50),
  ' '.repeat(3_000),
  'a'.repeat(3_000),
  '<'.repeat(3_000),
  '*a'.repeat(1_500),
  'who for need to '.repeat(200),
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...NASTY), { minLength: 2, maxLength: 3 })
      .map((all) => all.join(' ')),
  },
);

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    nastyText,
    fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e308, [], {}),
    fc.integer(),
    fc.array(tie('json'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.constantFrom('__proto__', 'constructor', 'type', 'value', 'id', 'text', ''), tie('json')),
        {
          maxLength: 4,
        },
      )
      // As JSON.parse makes it: with a `__proto__` of its own.
      .map((entries) =>
        JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${written(value)}`).join()}}`),
      ),
  ),
}));
const written = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** Any JSON, most of it of no use. */
export const anyJson: fc.Arbitrary<unknown> = json;

/** One change of a document: at a place, something else, nothing, itself twice, or far too much of it. */
export interface Mutation {
  at: number;
  how: 'replace' | 'remove' | 'repeat' | 'nest' | 'pollute';
  by: unknown;
}

export const someMutations: fc.Arbitrary<Mutation[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Mutation[]>([]) },
  {
    weight: 4,
    arbitrary: fc.array(
      fc.record({
        at: fc.nat(10_000),
        how: fc.constantFrom<Mutation['how'][]>('replace', 'replace', 'remove', 'repeat', 'nest', 'pollute'),
        by: anyJson,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
);

/** What is longer, as JSON, is not repeated; three times over it would fill the memory of the tests themselves. */
const MOST_REPEATED = 20_000;

type Container = Record<string | number, unknown>;

/** Every place in a document that holds something. */
function places(value: unknown, found: [Container, string | number][] = []): [Container, string | number][] {
  if (typeof value !== 'object' || value === null) return found;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    found.push([value as Container, key]);
    places((value as Container)[key], found);
  }
  return found;
}

/** A document changed so, as JSON text. */
export function mutated(document: unknown, mutations: readonly Mutation[]): string {
  const copy: unknown = structuredClone(document);
  let text: string | undefined;
  for (const { at, how, by: given } of mutations) {
    // A copy each time, or the document could come to hold itself.
    const by: unknown = JSON.parse(written(given));
    const all = places(copy);
    const place = all[at % Math.max(1, all.length)];
    if (!place) continue;
    const [holder, key] = place;
    if (how === 'replace') holder[key] = by;
    else if (how === 'remove') delete holder[key];
    else if (how === 'repeat' && written(holder[key]).length < MOST_REPEATED)
      holder[key] = Array.from({ length: 50 }, () => holder[key]);
    else if (how === 'nest') {
      const deep = 500;
      text = `${'['.repeat(deep)}${written(by)}${']'.repeat(deep)}`;
      holder[key] = JSON.parse(text);
    } else if (typeof holder[key] === 'object' && holder[key] !== null)
      Object.defineProperty(holder[key], '__proto__', {
        value: by,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return JSON.stringify(copy) ?? 'null';
}

/** Text changed as a careless editor, a bad copy or a spiteful person would. */
export interface TextChange {
  at: number;
  how: number;
  by: string;
}

export const textMutation: fc.Arbitrary<TextChange> = fc.record({
  at: fc.nat(100_000),
  how: fc.nat(5),
  by: nastyText,
});

export function mutatedText(text: string, changes: readonly TextChange[]): string {
  let now = text;
  for (const { at, how, by } of changes) {
    const place = at % (now.length + 1);
    const line = now.lastIndexOf('\n', place) + 1;
    const next = now.indexOf('\n', place);
    const end = next === -1 ? now.length : next;
    if (how === 0) now = now.slice(0, place) + by + now.slice(place);
    else if (how === 1) now = now.slice(0, place);
    else if (how === 2) now = now.slice(0, line) + now.slice(end);
    else if (how === 3) now = `${now.slice(0, end)}\n${now.slice(line, end)}\n`.repeat(1) + now.slice(end);
    else if (how === 4) now = now.slice(0, line) + by + now.slice(end);
    else now = now.slice(0, place) + now.slice(place + 7);
  }
  return now;
}
