import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';

/** The words of a text, each with what it can be met as besides. */
const read = (text: string): string =>
  tokenize(text)
    .flat()
    .map(({ word, also }) => (also ? `${word}/${also.word}` : word))
    .join(' ');

describe('"her" is read as "his" where it says whose something is', () => {
  test.each([
    ['we keep her files', 'we keep his files'],
    ['we keep her', 'we keep her'],
    ['we help her, files wait', 'we help her files wait'],
    ['we help her in it', 'we help her in it'],
    ['we help her with the files', 'we help her with the files'],
    ['we keep his files', 'we keep his files'],
  ])('%s: %s', (text, words) => {
    expect(read(text)).toBe(words);
  });

  test('by its stem too', () => {
    expect(tokenize('we keep her files').flat()[2]?.stem).toBe(tokenize('we keep his files').flat()[2]?.stem);
  });
});

describe('where somebody is named, "they" can be met as "she"', () => {
  const of = (text: string) => read(`we like Maria. ${text}`).replace('we like @maria ', '');

  test.each([
    ['they keep files', 'they/she keep/keeps files'],
    ['we help them', 'we help them/her'],
    ['we like their files', 'we like their/his files'],
    ['they help themselves', 'they/she help/helps themselves/herself'],
    ['they are here', 'they/she are/is here'],
    ['they were here', 'they/she were/was here'],
    ['they have files', 'they/she have/has files'],
    ['they do files', 'they/she do/does files'],
    ['they pass it', 'they/she pass/passes it'],
    ['they fix it', 'they/she fix/fixes it'],
    ['they buzz it', 'they/she buzz/buzzes it'],
    ['they watch it', 'they/she watch/watches it'],
    ['they push it', 'they/she push/pushes it'],
    ['they go', 'they/she go/goes'],
    ['they carry it', 'they/she carry/carries it'],
    ['they play it', 'they/she play/plays it'],
    ['they, keep files', 'they/she keep files'],
    ['we keep files', 'we keep files'],
  ])('%s: %s', (text, words) => {
    expect(of(text)).toBe(words);
  });

  test('with the stem of that', () => {
    expect(tokenize('we like Maria. they keep').flat().at(-1)?.also).toEqual({ word: 'keeps', stem: 'keep' });
  });

  test.each([
    ['the managers wait and they keep files', 'the managers wait and they keep files'],
    ['they keep the managers and help them', 'they/she keep/keeps the managers and help them'],
    ['the managers wait. they keep files', 'the managers wait they keep files'],
    ['we like Maria and Nils and they keep files', 'we like @maria and @nils and they keep files'],
    ['the managers wait. we wait. they keep files', 'the managers wait we wait they/she keep/keeps files'],
  ])('but not after several people: %s', (text, words) => {
    expect(of(text)).toBe(words);
  });
});

test('where nobody is named, "they" are several', () => {
  expect(read('they keep their files')).toBe('they keep their files');
});
