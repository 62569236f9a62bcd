import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isCommonWord, isEnglishWord } from '../src/knowledge/english-words.ts';
import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { loadPrompts } from '../src/knowledge/prompts.ts';
import { createLlm } from '../src/phrasing/llm.ts';
import { createPhraser } from '../src/phrasing/phraser.ts';
import { phraseAdvice } from '../src/phrasing/template.ts';
import { type CorpusEntry, readCases, readCorpus } from './guard-corpus.ts';

const TEN = ['ideas', 'chores', 'helper', 'stuck', 'mentor', 'jewel', 'bothsmall', 'filled', 'tom', 'clerk'];

/** A server that speaks the Responses API and says what we wrote for the case that it is asked about. */
async function aScriptedServer(saying: () => CorpusEntry | undefined) {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const text = JSON.stringify({ sentences: saying()?.sentences });
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ output: [{ type: 'message', content: [{ type: 'output_text', text }] }] }),
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, close: () => void server.close() };
}

/** Ten answers with the template's reasons and with sentences that we wrote in a model's place, as a list. */
export async function sideBySide(): Promise<string> {
  const advisor = openAdvisor();
  const written = readCorpus('answers-faithful');
  let asked = '';
  const server = await aScriptedServer(() => written.find((entry) => entry.case === asked));
  const phraser = createPhraser({
    knowledge: advisor,
    prompt: loadPrompts().advice,
    english: { isWord: isEnglishWord, isCommon: isCommonWord },
    llm: createLlm({ apiKey: 'none', model: 'scripted', baseUrl: server.baseUrl }),
    hasConsent: async () => true,
  });
  const parts: string[] = [];
  for (const { id, subject, text } of readCases().filter(({ id }) => TEN.includes(id))) {
    asked = id;
    const advice = advisor.check(text, subject);
    const { phrasing, reason } = await phraser.phrase(advice, { workspace: 'evaluation', question: text });
    const template = phraseAdvice(advice, advisor);
    parts.push(
      [
        `> ${text}`,
        '',
        `**${phrasing.headline}**`,
        '',
        `- template: ${template.reasons.map((each) => each.text).join(' ')}`,
        `- phrased: ${phrasing.account?.sentences.map(({ text }) => text).join(' ') ?? `the template (${reason})`}`,
      ].join('\n'),
    );
  }
  server.close();
  return parts.join('\n\n');
}
