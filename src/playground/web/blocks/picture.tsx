import { useState } from 'react';
import type { SlackObject } from '../../message.ts';
import { objectIn, textIn } from './reading.ts';

/** Where a picture of this machine's can be fetched; undefined when it is elsewhere, where the page does not look. */
function ownAddress(url: string): string | undefined {
  if (!URL.canParse(url, location.href)) return undefined;
  const { hostname, port, pathname } = new URL(url, location.href);
  const isOurs = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) && port === location.port;
  return isOurs && pathname.startsWith('/files/') ? pathname : undefined;
}

/** A picture, which opens in its full size, with the words that stand for it, which are shown where it cannot be. */
export function Picture({ image, isSmall }: { readonly image: SlackObject; readonly isSmall?: boolean }) {
  const [isBroken, setBroken] = useState(false);
  const { id, url } = objectIn(image.slack_file);
  const address =
    id === undefined ? ownAddress(textIn(image.image_url) || textIn(url)) : `/files/${textIn(id)}`;
  const alt = textIn(image.alt_text) || textIn(image.alt_txt);
  if (address === undefined || isBroken)
    return <span className="no-picture">[Picture: {alt || 'no words for it'}]</span>;
  const picture = (
    <img className={isSmall ? 'small' : ''} src={address} alt={alt} onError={() => setBroken(true)} />
  );
  if (isSmall) return picture;
  return (
    <a className="picture" href={address} target="_blank" rel="noreferrer" title="Open the picture">
      {picture}
    </a>
  );
}
