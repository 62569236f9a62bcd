/** Without punctuation: marks that join or part words become spaces, the rest disappears. */
export const withoutPunctuation = (text: string): string =>
  text
    .replace(/[-–—/\\|·•]/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}\s]/gu, '')
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Each sentence, and each part between semicolons, as a point of a list. */
export const asBullets = (text: string): string =>
  text
    .split(/(?<=[.!?])\s+|;\s*|\n+/)
    .map((sentence) => sentence.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .map((sentence) => `- ${sentence}`)
    .join('\n');
