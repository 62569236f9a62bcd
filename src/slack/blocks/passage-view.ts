import type { ModalView } from '@slack/types';
import type { Passage, Section } from '../../advisor/passage.ts';
import { bold, context, escapeMrkdwn, section } from './mrkdwn.ts';
import { viewOf } from './view.ts';

/** What each part of the source is about, as its readers would say. */
const ABOUT: Readonly<Record<Section, string>> = {
  intro: 'why the two roles get mixed up',
  'what-is-a-coo': 'what a COO is',
  'coo-types': 'the six types of COO',
  executor: 'the executor, a type of COO',
  'agent-of-change': 'the agent of change, a type of COO',
  mentor: 'the mentor, a type of COO',
  complement: 'the complement, a type of COO',
  heir: 'the heir, a type of COO',
  jewel: 'the jewel, a type of COO',
  'what-is-an-implementer': 'what an implementer is',
  'coo-vs-implementer': 'how a COO and an implementer differ',
};

/** A passage of the knowledge, with where it comes from. */
export const passageView = ({ title, text, section: of }: Passage): ModalView =>
  viewOf({
    title: 'What this rests on',
    blocks: [
      section(bold(title)),
      section(escapeMrkdwn(text.replace(/\s*\n\s*/g, ' '))),
      context(`From the part on ${ABOUT[of]} in the article that Rolefit’s knowledge is drawn from.`),
    ],
  });
