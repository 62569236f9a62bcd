import { lexer, type Token, type Tokens } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { withEmoji } from './emoji.ts';
import { isSafeLink } from './mrkdwn.tsx';

/* Standard Markdown, as Slack's markdown blocks and streams have it. HTML in it stays text. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (text: string): string =>
  withEmoji(text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole));

const all = (tokens: readonly Token[] | undefined): ReactNode =>
  tokens?.map((token, at) => <Fragment key={`${at}-${token.type}`}>{drawn(token)}</Fragment>);

const Cell = ({ cell, as }: { readonly cell: Tokens.TableCell; readonly as: 'td' | 'th' }) =>
  createElement(as, {}, all(cell.tokens));

function Table({ header, rows }: Tokens.Table) {
  const row = (cells: readonly Tokens.TableCell[], as: 'td' | 'th') =>
    cells.map((cell, at) => <Cell key={at} cell={cell} as={as} />);
  return (
    <table>
      <thead>
        <tr>{row(header, 'th')}</tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at}>{row(cells, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}

function List({ ordered, start, items }: Tokens.List) {
  const children = items.map((item, at) => <li key={at}>{all(item.tokens)}</li>);
  return ordered ? <ol start={Number(start) || 1}>{children}</ol> : <ul>{children}</ul>;
}

const drawings: Readonly<Record<string, (token: Tokens.Generic) => ReactNode>> = {
  space: () => null,
  paragraph: ({ tokens }) => <p>{all(tokens)}</p>,
  heading: ({ tokens }) => <p className="heading">{all(tokens)}</p>,
  strong: ({ tokens }) => <strong>{all(tokens)}</strong>,
  em: ({ tokens }) => <em>{all(tokens)}</em>,
  del: ({ tokens }) => <del>{all(tokens)}</del>,
  codespan: ({ text }) => <code>{plain(text)}</code>,
  code: ({ text }) => <pre>{text}</pre>,
  blockquote: ({ tokens }) => <blockquote>{all(tokens)}</blockquote>,
  hr: () => <hr />,
  br: () => <br />,
  list: (token) => <List {...(token as Tokens.List)} />,
  table: (token) => <Table {...(token as Tokens.Table)} />,
  link: ({ href, tokens, raw }) =>
    isSafeLink(href) ? (
      <a href={href} target="_blank" rel="noreferrer">
        {all(tokens)}
      </a>
    ) : (
      plain(raw)
    ),
};

function drawn(token: Token): ReactNode {
  const draw = drawings[token.type];
  if (draw !== undefined) return draw(token as Tokens.Generic);
  const { tokens, text, raw } = token as Tokens.Generic;
  return tokens !== undefined && token.type === 'text' ? all(tokens) : plain(text ?? raw);
}

export const Markdown = ({ text }: { readonly text: string }) => (
  <div className="markdown">{all(lexer(text, { gfm: true, breaks: true }))}</div>
);
