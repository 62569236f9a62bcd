/** The emoji that apps and people use most, by Slack's names; others keep their name. */
const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  eyes: '👀',
  heart: '❤️',
  tada: '🎉',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  bulb: '💡',
  rocket: '🚀',
  wave: '👋',
  pray: '🙏',
  smile: '😄',
  slightly_smiling_face: '🙂',
  thinking_face: '🤔',
  raised_hands: '🙌',
  clap: '👏',
  fire: '🔥',
  calendar: '📅',
  date: '📅',
  bar_chart: '📊',
  chart_with_upwards_trend: '📈',
  memo: '📝',
  lock: '🔒',
  mag: '🔍',
  bell: '🔔',
  no_bell: '🔕',
  hourglass_flowing_sand: '⏳',
  question: '❓',
  exclamation: '❗',
  star: '⭐',
  red_circle: '🔴',
  large_orange_circle: '🟠',
  white_circle: '⚪',
  large_yellow_circle: '🟡',
  large_green_circle: '🟢',
  arrow_right: '➡️',
  gear: '⚙️',
  speech_balloon: '💬',
};

/** What people can put to a message here. */
export const REACTIONS = ['+1', 'eyes', 'white_check_mark', 'heart', 'tada'] as const;

export const emojiNamed = (name: string): string | undefined => EMOJI[name];

/** A text with the names of emoji replaced. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => EMOJI[name] ?? whole);
