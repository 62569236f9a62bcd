import type { App } from '@slack/bolt';
import { factsFor } from '../../advisor/rulebook.ts';
import { happened } from '../../ops/happening.ts';
import { WHY_TEMPLATE, type WhyTemplate } from '../../phrasing/why-template.ts';
import { clause } from '../../phrasing/wording.ts';
import { readLongText } from '../../records/long-texts.ts';
import { ACTIONS } from '../actions.ts';
import type { Suggestion } from '../blocks/form-state.ts';
import type { ConversationParts } from '../conversation.ts';
import { editForm } from '../form.ts';
import { tooManyWords } from '../rates.ts';
import { tellTokensAreSpent } from '../spent-tokens.ts';
import { onVerdict, say } from './on-verdict.ts';

const LOOKING =
  'The language model is reading your text. What it finds comes here in a few seconds, for you to decide.';
const NOTHING = 'The language model found nothing that I had missed. Below is what I understood.';
const failed = (reason: WhyTemplate): string =>
  `${reason === 'budget' ? WHY_TEMPLATE.budget : 'The language model gave no usable answer this time.'} Below is what I understood.`;
const FOUND =
  'What the language model suggests stands below the questions, with the words it is from. Nothing of it counts until you choose it.';
const TEXT_GONE = 'I keep a long text for some hours only. Please run the check again.';
const TURNED_OFF = 'The language model is turned off here.';
/** A modal remembers 3,000 characters. */
const MOST_SUGGESTIONS = 8;

/** Has the language model look for facts in a long text; what it proposes is shown in the form, for the asker to choose. */
export function registerSuggestions(app: App, parts: ConversationParts): void {
  const { advisor, model, store, log, rates } = parts;

  onVerdict(app, parts, ACTIONS.lookAgain, async (pressed, recalled) => {
    const { client, trigger, place } = pressed;
    const { check, advice } = recalled;
    if (!model || !(await model.hasConsent(place.team))) return say(pressed, 'Language model', TURNED_OFF);
    const tooMany = rates.take(place.team, place.user);
    if (tooMany) happened({ kind: 'rate-limited', whose: tooMany.whose });
    if (tooMany) return say(pressed, 'One moment', tooManyWords(tooMany));
    const text = await readLongText(store, place.team, check.verdict, place.user);
    if (text === undefined) return say(pressed, 'Gone', TEXT_GONE);
    const waiting = editForm(advisor, place, recalled, { notice: LOOKING });
    const { view } = await client.views.open({ trigger_id: trigger.trigger_id, view: waiting });

    const { subject } = check;
    const { proposals, reason, usage } = await model.propose(text, { workspace: place.team, subject });
    happened({ kind: 'llm-answer', result: reason ?? 'facts', tokens: usage });
    log.info({ team: place.team, reason, proposals: proposals.length, ...usage }, 'facts were looked for');
    const known = new Set(advice.facts.map(({ name }) => name));
    const asked = new Set(factsFor(advisor.rulebook, subject).map(({ name }) => name));
    const suggestions: Suggestion[] = proposals
      .filter(({ name }) => asked.has(name) && !known.has(name))
      .slice(0, MOST_SUGGESTIONS)
      .map(({ name, value, evidence }) => ({ name, value, quote: clause(evidence.text) }));
    const notice = reason ? failed(reason) : suggestions.length === 0 ? NOTHING : FOUND;
    const form = editForm(advisor, place, recalled, { notice, suggestions });
    await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form });
    if (reason === 'budget') await tellTokensAreSpent(parts, model, { team: place.team, client });
  });
}
