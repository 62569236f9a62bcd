import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { createLikenessReader, type Sayings } from '../../../src/advisor/likeness/likeness-reader.ts';
import { createPastedReader } from '../../../src/advisor/likeness/pasted.ts';
import { createStoryReader, type Story } from '../../../src/advisor/likeness/story-reader.ts';

const saying = (fact: string | null, value: boolean, family: string, ...sentences: string[]): Sayings => ({
  states: fact === null ? null : { fact, value },
  family,
  sentences,
});
const SAYINGS = [
  saying('plans', true, 'plans', 'plans rest', 'plans rest long', 'plans do rest'),
  saying('plans', false, 'plans', 'plans grow', 'plans grow fast', 'plans do grow'),
  saying('rooms', true, 'rooms', 'rooms burn', 'rooms burn down', 'rooms do burn'),
  saying(null, true, 'nothing', 'files land', 'files land there', 'files do land'),
];
const NOTHING = { facts: [], tentative: [], contradictions: [] };
const read = createLikenessReader(SAYINGS, () => [], tokenize);
const found = (text: string, said = NOTHING as Parameters<typeof read>[1]) =>
  read(text, said).map(({ fact: { name, value } }) => `${name}: ${value}`);

describe('by likeness a text states', () => {
  test.each([
    ['Plans rest.', ['plans: true']],
    ['Plans grow.', ['plans: false']],
    ['Rooms burn. Plans rest.', ['rooms: true', 'plans: true']],
    ['Files land.', []],
    ['Plans rest here maybe.', []],
    ['Should plans rest?', []],
    ['Rest.', []],
    ['Plans never seem quite like us: rest.', []],
    ['Plans rest somehow, like others.', []],
    ['Plans rest somehow.', ['plans: true']],
    ['Plans rest somehow otherwise.', ['plans: true']],
    ['', []],
  ])('"%s": %s', (text, facts) => {
    expect(found(text)).toEqual(facts);
  });

  test.each(['maybe', 'perhaps', 'possibly', 'whether', 'wonder', 'wondering', 'suppose', 'should', 'shall'])(
    'nothing that is open by "%s"',
    (word) => {
      expect(found(`Plans rest long ${word}.`)).toEqual([]);
    },
  );

  test('nothing that was read already, or said both ways', () => {
    const fact = { name: 'plans', value: false, source: 'extracted' as const };
    expect(found('Plans rest. Rooms burn.', { ...NOTHING, facts: [fact] })).toEqual(['rooms: true']);
    const both = [{ fact: 'plans', statements: [] }];
    expect(found('Plans rest. Rooms burn.', { ...NOTHING, contradictions: both })).toEqual(['rooms: true']);
    expect(found('Plans rest.', { ...NOTHING, tentative: [fact] })).toEqual(['plans: true']);
  });

  test('a fact once, by the sentence most like it, whichever comes first', () => {
    const quote = (text: string) => read(text, NOTHING).map(({ fact }) => fact.evidence?.text);
    expect(quote('Plans rest somehow. Plans rest.')).toEqual(['Plans rest']);
    expect(quote('Plans rest. Plans rest somehow.')).toEqual(['Plans rest']);
    expect(quote('Plans rest long.')).toEqual(['Plans rest long']);
    expect(read('Plans rest. Plans rest.', NOTHING).map(({ fact }) => fact.evidence?.start)).toEqual([0]);
  });

  test('where it stands, before the limit', () => {
    const [{ fact } = { fact: undefined }] = read('So. Plans rest.', NOTHING);
    expect(fact?.evidence).toEqual({ text: 'Plans rest', start: 4, end: 14 });
    expect(found(`${' '.repeat(MAX_TEXT)}Plans rest.`)).toEqual([]);
  });

  test('a fact whose family is certain, though its value hardly is', () => {
    expect(found('Plans burn.').join()).toMatch(/^plans/);
    const [plans] = read('Plans do.', NOTHING);
    expect(plans?.fact.name).toBe('plans');
    expect(plans?.likely).toBeGreaterThan(0.5);
  });

  test('no fact that is hardly likely', () => {
    expect(found('Rest, burn, land.')).toEqual([]);
    for (const { likely } of read('Plans do. Rooms do. Rooms rest.', NOTHING))
      expect(likely).toBeGreaterThan(0.4);
  });
});

describe('of a pasted text is blanked', () => {
  const MATTER = [saying('plans', true, 'plans', 'plans rest', 'plans rest long', 'plans do rest')];
  const BESIDE = [saying(null, true, 'perks', 'fruit waits', 'fruit waits here', 'fruit does wait')];
  const matterOf = createPastedReader(MATTER, BESIDE, () => [], tokenize);
  const pasted = (...sentences: string[]) => `${sentences.join(' ')}${' '.repeat(2_000)}`;
  const kept = (...sentences: string[]) =>
    matterOf(pasted(...sentences))
      .trim()
      .replace(/[\s.]+/g, ' ')
      .trim();

  test('what stands beside the matter, all else in its place', () => {
    const text = pasted('Plans rest.', 'Fruit waits.', 'Plans rest.');
    expect(matterOf(text)).toBe(text.replace('Fruit waits', ' '.repeat(11)));
  });

  test('only where it is long, and something may stand there', () => {
    const short = 'Fruit waits.'.padEnd(2_000);
    expect(matterOf(short)).toBe(short);
    expect(matterOf(`${short} `)).not.toBe(`${short} `);
    const text = pasted('Fruit waits.');
    expect(createPastedReader(MATTER, [], () => [], tokenize)(text)).toBe(text);
    expect(matterOf(' '.repeat(3_000))).toBe(' '.repeat(3_000));
  });

  test('by what stands around it, where it says little itself', () => {
    expect(kept('Plans rest.', 'So.', 'Plans rest.')).toBe('Plans rest So Plans rest');
    expect(kept('Fruit waits.', 'So.', 'Fruit waits.')).toBe('');
    expect(kept('So.', 'Fruit waits.')).toBe('');
    expect(kept('So.', 'Plans rest.')).toBe('So Plans rest');
    expect(kept('Fruit waits.', 'So.')).toBe('');
  });

  test('but not what says enough, whatever stands around it', () => {
    expect(kept('Fruit waits here.', 'Plans rest long.', 'Fruit waits here.')).toBe('Plans rest long');
    expect(kept('Plans rest long.', 'Fruit waits here.', 'Plans rest long.')).toBe(
      'Plans rest long Plans rest long',
    );
  });
});

describe('by stories a text tells of a role', () => {
  const STORIES: readonly Story[] = [
    { role: 'coo', text: 'plans rest and plans wait' },
    { role: 'coo', text: 'plans rest and plans wait long' },
    { role: 'implementer', text: 'rooms burn and rooms flood' },
    { role: 'implementer', text: 'rooms burn and rooms flood fast' },
  ];
  const outlookOf = createStoryReader(STORIES, () => [], tokenize);

  test('the surer, the more of it they know', () => {
    const some = outlookOf('Plans rest.');
    const more = outlookOf(`Plans rest and plans wait. ${'Plans rest. '.repeat(10)}`);
    expect(some.coo).toBeGreaterThan(some.implementer);
    expect(more.coo).toBeGreaterThan(some.coo + 0.2);
    const most = outlookOf('Plans rest. '.repeat(20));
    expect(most.coo).toBeGreaterThan(0.85);
    expect(outlookOf('Plans rest. '.repeat(40))).toEqual(most);
    expect(outlookOf(`${'Plans rest. '.repeat(20)} x`).coo).toBeCloseTo(most.coo, 1);
  });

  test('of none where they know nothing of it', () => {
    const each = Object.values(outlookOf('Quux quuux.'));
    expect(new Set(each.map((likely) => likely.toFixed(3))).size).toBe(1);
  });

  test('not by what a single story has', () => {
    expect(outlookOf('Long. '.repeat(50))).toEqual(outlookOf('Fast. '.repeat(50)));
  });
});
