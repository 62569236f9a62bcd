import type { ReactNode } from 'react';
import type { SlackObject } from '../../message.ts';
import { emojiNamed } from './emoji.ts';
import { isSafeLink, useNames } from './mrkdwn.tsx';
import { objectIn, objectsIn, textIn } from './reading.ts';

function Piece({ piece }: { readonly piece: SlackObject }) {
  const nameOf = useNames();
  const { bold, italic, strike, code } = objectIn(piece.style);
  let drawn: ReactNode = textIn(piece.text);
  if (piece.type === 'link') {
    const url = textIn(piece.url);
    const words = textIn(piece.text) || url;
    drawn = isSafeLink(url) ? (
      <a href={url} target="_blank" rel="noreferrer">
        {words}
      </a>
    ) : (
      words
    );
  } else if (piece.type === 'user' || piece.type === 'channel') {
    const id = textIn(piece.user_id) || textIn(piece.channel_id);
    drawn = <span className="mention">{`${piece.type === 'user' ? '@' : '#'}${nameOf(id) ?? id}`}</span>;
  } else if (piece.type === 'broadcast') {
    drawn = <span className="mention">{`@${textIn(piece.range)}`}</span>;
  } else if (piece.type === 'emoji') {
    drawn = emojiNamed(textIn(piece.name)) ?? `:${textIn(piece.name)}:`;
  }
  if (code) drawn = <code>{drawn}</code>;
  if (strike) drawn = <del>{drawn}</del>;
  if (italic) drawn = <em>{drawn}</em>;
  return bold ? <strong>{drawn}</strong> : drawn;
}

const Pieces = ({ of }: { readonly of: unknown }) =>
  objectsIn(of).map((piece, at) => <Piece key={`${at}-${textIn(piece.type)}`} piece={piece} />);

/** A rich_text block, or a cell of a table that is one. */
export function RichText({ elements }: { readonly elements: unknown }) {
  return objectsIn(elements).map((part, at) => {
    const key = `${at}-${textIn(part.type)}`;
    if (part.type === 'rich_text_preformatted')
      return (
        <pre key={key}>
          <Pieces of={part.elements} />
        </pre>
      );
    if (part.type === 'rich_text_quote')
      return (
        <blockquote key={key}>
          <Pieces of={part.elements} />
        </blockquote>
      );
    if (part.type === 'rich_text_list') {
      const items = objectsIn(part.elements).map((item, index) => (
        <li key={`${index}-${textIn(item.type)}`}>
          <Pieces of={item.elements} />
        </li>
      ));
      return part.style === 'ordered' ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
    return (
      <p key={key} className="text">
        <Pieces of={part.elements} />
      </p>
    );
  });
}
