import { describe, expect, test } from 'vitest';
import { stem } from '../../../src/advisor/extract/spelling.ts';
import { isPlainWord, tokenize, tokenizeLines } from '../../../src/advisor/extract/tokenize.ts';

const words = (text: string): string[] =>
  tokenize(text).map((tokens) => tokens.map(({ word }) => word).join(' '));

describe('a text is parted into sentences', () => {
  test.each([
    ['We wait. They plan.', ['we wait', 'they plan']],
    ['we wait. they plan.', ['we wait', 'they plan']],
    ['we wait! they plan? she keeps.', ['we wait', 'they plan', 'she keeps']],
    ['we wait.) they plan.', ['we wait', 'they plan']],
    ['we wait." they plan.', ['we wait', 'they plan']],
    ['We asked Dr. Santos. They plan.', ['we asked @dr santos', 'they plan']],
    ['We asked J. Santos of it.', ['we asked @j santos of it']],
    ['we make hats, caps etc. for them.', ['we make hats caps etc for them']],
    ['we (incl. them) wait.', ['we incl them wait']],
    ['ask dept. of plans vs. ideas. we wait.', ['ask dept of plans vs ideas', 'we wait']],
    ['we keep max. ten. etc. ends it', ['we keep max ten', 'etc ends it']],
    ['we ask mr. so. and co. waits.', ['we ask mr so', 'and co waits']],
    ['we asked etc.', ['we asked etc']],
    ['We asked Dr.', ['we asked dr']],
    ['a.b waits', ['a.b waits']],
    ['...', []],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(words(text)).toEqual(sentences);
  });

  test('and a run of words without marks into its clauses', () => {
    expect(
      words('we are a studio of twelve people nobody writes anything down and we do the invoices at night'),
    ).toHaveLength(2);
  });
});

describe('a contraction is two words', () => {
  test.each([
    ["don't", 'do not'],
    ['dont', 'do not'],
    ["doesn't", 'does not'],
    ["didn't", 'did not'],
    ["isn't", 'is not'],
    ["aren't", 'are not'],
    ["wasn't", 'was not'],
    ["weren't", 'were not'],
    ["hasn't", 'has not'],
    ["haven't", 'have not'],
    ["hadn't", 'had not'],
    ["shouldn't", 'should not'],
    ["wouldn't", 'would not'],
    ['couldnt', 'could not'],
    ["can't", 'can not'],
    ['cant', 'can not'],
    ['cannot', 'can not'],
    ["won't", 'will not'],
    ["i'm", 'i am'],
    ['im', 'i am'],
    ["i've", 'i have'],
    ['ive', 'i have'],
    ["we've", 'we have'],
    ['weve', 'we have'],
    ["we're", 'we are'],
    ["they're", 'they are'],
    ["you're", 'you are'],
    ["you'll", 'you will'],
    ["we'll", 'we will'],
    ["i'll", 'i will'],
    ["i'd", 'i would'],
    ["we'd", 'we would'],
    ["it's", 'it is'],
    ["he's", 'he is'],
    ["she's", 'she is'],
    ["there's", 'there is'],
    ["that's", 'that is'],
    ["nobody's", 'nobody is'],
    ['Nobody’s', 'nobody is'],
    ["company's", 'company'],
    ["companies'", 'companies'],
    ['constructor', 'constructor'],
  ])('%s: %s', (text, spelled) => {
    expect(words(`so ${text}`)).toEqual([`so ${spelled}`]);
  });

  test('both where it stands', () => {
    const [tokens = []] = tokenize("So, don't wait");
    expect(tokens.map(({ start, end, breakBefore }) => [start, end, breakBefore])).toEqual([
      [0, 2, null],
      [4, 9, 'comma'],
      [4, 9, null],
      [10, 14, null],
    ]);
  });

  test('other words of letters are plain', () => {
    expect(
      ['plan', 'dont', "don't", 'follow-up', 'Plan', 'p2', 'constructor', ''].filter(isPlainWord),
    ).toEqual(['plan', 'constructor']);
  });
});

describe('between two words stands', () => {
  test.each([
    ['plan, note', 'comma'],
    ['plan note', null],
    ['plan-note', null],
    ['plan / note', null],
    ['plan "note', null],
    ['plan - note', 'stop'],
    ['plan (note', 'stop'],
    ['plan – note', 'stop'],
    ['plan; note', 'stop'],
    ['plan: note', 'stop'],
    ['plan • note', 'stop'],
    ['plan -- note', 'stop'],
    ['plan ] note', 'stop'],
    ['plan,; note', 'stop'],
    ['Is it “plan!”, note', 'stop'],
  ])('%s: %s', (text, sign) => {
    expect(tokenize(text).flat().at(-1)?.breakBefore).toBe(sign);
  });

  test('before the first word stands nothing', () => {
    expect(tokenize('(plan').flat()[0]?.breakBefore).toBeNull();
  });
});

describe('a number is one word', () => {
  const last = (text: string) => tokenize(text).flat().at(-1);

  test('with what it counts', () => {
    const text = 'We are two hundred';
    expect(last(text)).toEqual({
      word: 'two hundred',
      stem: 'two hundred',
      start: 7,
      end: 18,
      breakBefore: null,
      number: 200,
    });
    expect(last('We are two')).toMatchObject({ word: 'two', stem: stem('two'), number: 2 });
    expect(last('We are people')).not.toHaveProperty('number');
    expect(words('two hundred people and 14 plans')).toEqual(['two hundred people and 14 plans']);
  });
});

describe('a name is one word', () => {
  test('where it stands', () => {
    const [tokens = []] = tokenize('So, Maria del Carmen waits.');
    expect(tokens[1]).toEqual({
      word: '@maria del carmen',
      stem: '@maria del carmen',
      start: 4,
      end: 20,
      breakBefore: 'comma',
    });
    expect(tokens.map(({ word }) => word)).toEqual(['so', '@maria del carmen', 'waits']);
  });

  test('in lines of work only where it could be read as work', () => {
    const inLines = (text: string) =>
      tokenizeLines(text).map((tokens) => tokens.map(({ word }) => word).join(' '));
    expect(inLines('Support Chase Rich. Book rooms with Santos.')).toEqual([
      'support @chase rich',
      'book rooms with santos',
    ]);
    expect(inLines('Book two hundred rooms.')).toEqual(['book two hundred rooms']);
    expect(inLines('We like Maria. They wait.')).toEqual(['we like maria', 'they wait']);
    expect(tokenizeLines('Book two hundred rooms.').flat()[1]?.number).toBe(200);
  });
});

test('every word stands where it is said to', () => {
  const text = 'Our CEO, 李伟 Santos,\n doesn’t wait; two hundred   plans do. And so on!';
  for (const { word, start, end } of tokenize(text).flat()) {
    const written = text.slice(start, end).toLowerCase().replaceAll(/\s+/g, ' ');
    if (word.startsWith('@')) expect(written).toContain('santos');
    else expect(['doesn’t', word]).toContain(written);
  }
});
