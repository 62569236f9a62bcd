import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Subject } from '../../advisor/fact.ts';
import { factsFor } from '../../advisor/rulebook.ts';
import { happened } from '../../ops/happening.ts';
import type { LanguageModel } from '../../phrasing/language-model.ts';
import { WHY_TEMPLATE, type WhyTemplate } from '../../phrasing/why-template.ts';
import { clause } from '../../phrasing/wording.ts';
import { readLongText } from '../../records/long-texts.ts';
import { ACTIONS } from '../actions.ts';
import { FormMemory, formInput, type Suggestion } from '../blocks/form-state.ts';
import type { ConversationParts } from '../conversation.ts';
import { slackErrorOf } from '../failure.ts';
import { editForm, statedIn, viewFor } from '../form.ts';
import { type Drawn, withDropped, withSuggestions, withTaken } from '../form-suggestions.ts';
import { isLongText } from '../long-text.ts';
import { tooManyWords } from '../rates.ts';
import { tellTokensAreSpent } from '../spent-tokens.ts';
import { onVerdict, say } from './on-verdict.ts';
import { onPress, type Pressed } from './pressed.ts';

const LOOKING =
  'The language model is reading your text. What it finds comes here in a few seconds, for you to decide.';
const NOTHING = 'The language model found nothing that I had missed. Below is what I understood.';
const failed = (reason: WhyTemplate): string =>
  `${reason === 'budget' ? WHY_TEMPLATE.budget : 'The language model gave no usable answer this time.'} Below is what I understood.`;
const FOUND =
  'What the language model suggests stands below the questions, with the words it is from. Nothing of it counts until you choose it.';
const TEXT_GONE = 'I keep a long text for some hours only. Please run the check again.';
const TURNED_OFF = 'The language model is turned off here.';
const TOO_SHORT = 'I read a text of this length myself. The language model is for longer ones.';
/** So many fit into the 3,000 characters that a modal remembers. */
const MOST_SUGGESTIONS = 8;

/** What of a text the model is to look for. */
interface Look {
  text: string;
  subject: Subject;
  /** Facts that are known already. */
  known: readonly string[];
}

/** What the person is told, and what is suggested. */
interface Found {
  notice: string;
  suggestions: Suggestion[];
  /** The model failed, and may be asked once more. */
  mayLook: boolean;
}

/** Has the language model look for facts in a long text; what it proposes is shown in the form, for the asker to decide. */
export function registerSuggestions(app: App, parts: ConversationParts): void {
  const { advisor, model, store, log, rates } = parts;

  onVerdict(app, parts, ACTIONS.lookAgain, async (pressed, recalled) => {
    const { client, trigger, place } = pressed;
    const { check, advice } = recalled;
    const allowed = await modelFor(pressed);
    if (!allowed) return;
    const text = await readLongText(store, place.team, check.verdict, place.user);
    if (text === undefined) return say(pressed, 'Gone', TEXT_GONE);
    const waiting = editForm(advisor, place, recalled, { notice: LOOKING });
    const { view } = await client.views.open({ trigger_id: trigger.trigger_id, view: waiting });
    const known = advice.facts.map(({ name }) => name);
    const found = await lookFor(allowed, pressed, { text, subject: check.subject, known });
    const { notice, suggestions } = found;
    await show(pressed, view, editForm(advisor, place, recalled, { notice, suggestions }));
  });

  onPress(app, parts, ACTIONS.formLook, async (pressed) => {
    const { view, client } = pressed;
    const drawn = drawnIn(pressed);
    const { subject, text, values } = drawn.input;
    if (!view || subject === 'question') return;
    const draw = ({ memory, input }: Drawn, notice: string, mayLook = false): ModalView =>
      formOf({ memory: { ...memory, mayLook }, input, notice });
    if (!isLongText(text)) return show(pressed, view, draw(drawn, TOO_SHORT));
    const allowed = await modelFor(pressed);
    if (!allowed) return;
    const waiting = await client.views.update({
      view_id: view.id,
      hash: view.hash,
      view: draw(drawn, LOOKING),
    });
    const known = [...Object.keys(values), ...advisor.check(text, subject).facts.map(({ name }) => name)];
    const { suggestions, notice, mayLook } = await lookFor(allowed, pressed, { text, subject, known });
    await show(pressed, waiting.view, draw(withSuggestions(drawn, suggestions), notice, mayLook));
  });

  for (const [action, change] of [
    [ACTIONS.suggestionTake, withTaken],
    [ACTIONS.suggestionDrop, withDropped],
  ] as const)
    onPress(app, parts, action, async (pressed) => {
      const changed = change(drawnIn(pressed), pressed.action.value ?? '');
      await show(pressed, pressed.view, formOf(changed));
    });

  /** The form as it stands. @throws where a button is pressed outside of one. */
  function drawnIn({ view }: Pressed): Drawn {
    const memory = FormMemory.parse(JSON.parse(view?.private_metadata ?? ''));
    return { memory, input: formInput(view?.state.values, memory) };
  }

  function formOf({ memory, input, notice }: Drawn & { notice?: string }): ModalView {
    const { subject, text, values } = input;
    const facts = subject === 'question' ? [] : statedIn(values, advisor, subject);
    return viewFor(advisor, { memory: { ...memory, subject }, text, facts, ...(notice && { notice }) });
  }

  /** The model, where it may be asked; else whoever pressed is told why not. */
  async function modelFor(pressed: Pressed): Promise<LanguageModel | undefined> {
    const { place } = pressed;
    if (!model || !(await model.hasConsent(place.team))) {
      await say(pressed, 'Language model', TURNED_OFF);
      return undefined;
    }
    const tooMany = rates.take(place.team, place.user);
    if (!tooMany) return model;
    happened({ kind: 'rate-limited', whose: tooMany.whose });
    await say(pressed, 'One moment', tooManyWords(tooMany));
    return undefined;
  }

  async function lookFor(
    allowed: LanguageModel,
    { place, client }: Pressed,
    { text, subject, known }: Look,
  ): Promise<Found> {
    const { proposals, reason, usage } = await allowed.propose(text, { workspace: place.team, subject });
    happened({ kind: 'llm-answer', result: reason ?? 'facts', tokens: usage });
    log.info({ team: place.team, reason, proposals: proposals.length, ...usage }, 'facts were looked for');
    const asked = new Set(factsFor(advisor.rulebook, subject).map(({ name }) => name));
    const suggestions = proposals
      .filter(({ name }) => asked.has(name) && !known.includes(name))
      .slice(0, MOST_SUGGESTIONS)
      .map(({ name, value, evidence }) => ({ name, value, quote: clause(evidence.text) }));
    if (reason === 'budget') await tellTokensAreSpent(parts, allowed, { team: place.team, client });
    const notice = reason ? failed(reason) : suggestions.length === 0 ? NOTHING : FOUND;
    return { notice, suggestions, mayLook: reason !== undefined && reason !== 'budget' };
  }

  /** Whoever closed the form or went on in it meanwhile has decided without what was found. */
  async function show(
    { client }: Pressed,
    view: { id?: string; hash?: string } | undefined,
    drawn: ModalView,
  ): Promise<void> {
    try {
      await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: drawn });
    } catch (error) {
      const refused = slackErrorOf(error);
      if (!['hash_conflict', 'not_found', 'view_not_found'].includes(refused ?? '')) throw error;
      log.info({ refused }, 'a form was left before what was found came');
    }
  }
}
