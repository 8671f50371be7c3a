import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMe } from '../../api/me.ts';
import { useSpoken } from '../../texts/texts.tsx';
import { useEdge, usePrinting } from './printing.ts';
import './print-document.css';

/** Whose paper it is, at the head of the first page and at the foot of every one. */
export const Letterhead = () => {
  const home = useMe()?.organization.name ?? '';
  useEdge('--page-home', home);
  return home === '' ? null : <p className="letterhead on-paper">{home}</p>;
};

type Props = {
  /** What it is, at the top of every page but the first. */
  title: string;
  children: ReactNode;
};

/** A document that is printed instead of the page. The reader of the screen never meets it. */
export const Paper = (props: Props) => (usePrinting() ? <Printed {...props} /> : null);

const Printed = ({ title, children }: Props) => {
  useEdge('--page-title', title);
  return createPortal(
    <main className="paper">
      <Letterhead />
      {children}
    </main>,
    document.body,
  );
};

export const PaperFact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** At the end of a document: when it was printed and by whom, and by what it is found again. */
export const Colophon = ({ children }: { children?: ReactNode }) => {
  const { texts, formats } = useSpoken();
  const { print } = texts;
  const user = useMe()?.user;
  const when = formats.full(new Date().toISOString());
  const who = user?.name ?? user?.email;
  return (
    <footer className="colophon">
      {children}
      <p>{who ? print.printed_by(when, who) : print.printed(when)}</p>
    </footer>
  );
};
