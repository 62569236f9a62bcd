/** Slack's limits that several files keep to, each with where we know it from; what one file alone keeps to stands in it. */

/** Characters in a section's text (@slack/types). */
export const SECTION_TEXT = 3_000;
/** Characters in a button's text and value (@slack/types). */
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2_000;
/** Blocks in a message (@slack/types). */
export const MESSAGE_BLOCKS = 50;
/** Characters of a whole message before `msg_blocks_too_long`: refused near 13,200, once at 11,341 (reported issues). */
export const MESSAGE_CHARACTERS = 10_000;
/** Characters of the `text` beside blocks: Slack truncates at 40,000, and more than one screen serves nobody. */
export const FALLBACK_TEXT = 4_000;

/** Blocks in a modal or in App Home (@slack/types). */
export const VIEW_BLOCKS = 100;
/** Characters of a modal's title, and of its submit and close buttons (Slack's reference). */
export const VIEW_TITLE = 24;
/** Characters that can be typed into a text field (@slack/types). */
export const INPUT_TEXT = 3_000;
/** Characters of an option's text (@slack/types). */
export const OPTION_TEXT = 75;
/** Options that a select shows at once (@slack/types). */
export const SELECT_OPTIONS = 100;

/** Our own: characters of a question that a manager writes an answer to, and of the answer. */
export const WRITTEN_QUESTION = 500;
export const WRITTEN_ANSWER = 2_500;

/** Cuts a text to at most `most` UTF-16 code units, at a word where one is near, never inside a surrogate pair. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > most * 0.8 ? cut.slice(0, space) : cut}…`;
}
