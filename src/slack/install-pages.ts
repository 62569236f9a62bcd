/* The pages that somebody who installs the app sees. */

export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const STYLE = `:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.2rem}
a.button{display:inline-block;padding:.6rem 1.1rem;border-radius:.5rem;background:#1f3a5f;color:#fff;text-decoration:none}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

interface Button {
  label: string;
  url: string;
}

/** A page of some sentences and one button. Texts are escaped here. */
function page(title: string, sentences: readonly string[], { label, url }: Button): string {
  const text = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>${text}<p><a class="button" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p></main></body></html>`;
}

export const installPage = (url: string): string =>
  page(
    'Add Rolefit to Slack',
    [
      'Rolefit tells you whether you need a chief operating officer, an implementer, both, or neither yet, with its reasons.',
      'On the next page Slack shows what Rolefit asks for, and you choose the workspace.',
    ],
    { label: 'Add to Slack', url },
  );

export const installedPage = (name: string, url: string): string =>
  page(
    'Rolefit is installed',
    [
      `It is now in ${name}. In any channel or message, type /rolefit help`,
      'To mention it in a channel, invite it there: /invite @Rolefit',
    ],
    { label: 'Open Slack', url },
  );

const again = (url: string): Button => ({ label: 'Start again', url });

export const cancelledPage = (url: string): string =>
  page(
    'Nothing was installed',
    ['You cancelled, so Rolefit was not added. You can start again at any time.'],
    again(url),
  );

export const stalePage = (url: string): string =>
  page(
    'Please start again',
    [
      'This link was used already, is older than ten minutes, or was opened in another browser. Nothing was installed by it.',
      'Start again here, finish in this browser, and allow cookies for this page.',
    ],
    again(url),
  );

export const failedPage = (reference: string, url: string): string =>
  page(
    'That did not work',
    [
      'Slack and Rolefit could not finish the installation.',
      `Please start again. If it happens again, tell the person who runs Rolefit the reference ${reference}.`,
    ],
    again(url),
  );
