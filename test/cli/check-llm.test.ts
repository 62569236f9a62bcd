import { describe, expect, test } from 'vitest';
import { aModelServer, type Behaviour, json, responseWith } from '../support/model-server.ts';
import { obedient } from '../support/phrasing.ts';
import { rolefit } from '../support/terminal.ts';

const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
const OWN_WORDS = "Rolefit's own words are shown.";

const answering: Behaviour = (response, body, request) =>
  json(200, responseWith(obedient({ prompt: body.input })))(response, body, request);

async function checkedBy(behaviour: Behaviour, ...options: string[]) {
  const { baseUrl, requests } = await aModelServer(behaviour);
  const said = await rolefit(['check', '--llm', ...options, STORY], null, { OPENAI_BASE_URL: baseUrl });
  return { ...said, requests };
}

describe('rolefit check --llm', () => {
  test('prints the verdict, the sentences of the model, and where they are from', async () => {
    const { out, err, exitCode } = await checkedBy(answering);
    expect(exitCode).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^You need an implementer, not a chief operating officer/);
    expect(out).toContain('From: What an implementer is');
    expect(out).not.toContain('Why:');
  });

  test('changes nothing in the JSON but the text', async () => {
    const { text, ...phrased } = JSON.parse((await checkedBy(answering, '--json')).out);
    const { text: template, ...plain } = JSON.parse((await rolefit(['check', '--json', STORY])).out);
    expect(phrased).toEqual(plain);
    expect(text).not.toBe(template);
  });

  test('without a key says how to set one, and shows the template', async () => {
    const { out, err, exitCode } = await rolefit(['check', '--llm', STORY]);
    expect(exitCode).toBe(0);
    expect(err).toBe(
      `No language model is set up. Set OPENAI_API_KEY, or OPENAI_BASE_URL for a compatible server. ${OWN_WORDS}\n`,
    );
    expect(out).toBe((await rolefit(['check', STORY])).out);
  });

  test.each<[string, Behaviour, RegExp]>([
    ['refuses the key', json(401, {}), /refused the key/],
    ['says what the rules do not say', json(200, responseWith('{"sentences":[]}')), /the rules do not say/],
    ['fails', json(500, {}), /failure of its own/],
  ])('when the service %s, says so and shows the template', async (_, behaviour, why) => {
    const { out, err, exitCode } = await checkedBy(behaviour);
    expect(exitCode).toBe(0);
    expect(err).toMatch(why);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe((await rolefit(['check', STORY])).out);
  });

  test('with an address that is none says so, as wrong usage', async () => {
    const { err, exitCode } = await rolefit(['check', '--llm', STORY], null, { OPENAI_BASE_URL: 'nowhere' });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^OPENAI_BASE_URL must be/);
  });
});

test('without --llm nothing is asked, whatever is set', async () => {
  const { baseUrl, requests } = await aModelServer(answering);
  await rolefit(['check', STORY], null, { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: 'sk-1' });
  expect(requests).toEqual([]);
});
