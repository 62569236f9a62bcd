import type { User } from '../../directory.ts';

/** A person's first letters on a colour of their own; the app's and Slackbot's are squares of another kind. */
export function Avatar({ user, isSmall }: { readonly user: User | undefined; readonly isSmall?: boolean }) {
  const letters = (user?.realName ?? '?')
    .split(' ')
    .map(([first]) => first)
    .join('')
    .slice(0, 2);
  const sum = [...(user?.id ?? '')].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  const look = user?.isBot ? 'bot' : `tint-${sum % 5}`;
  return (
    <span className={`avatar ${look} ${isSmall ? 'small' : ''}`} aria-hidden="true">
      {letters}
    </span>
  );
}
