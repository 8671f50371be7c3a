import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useMe } from '../../api/me.ts';
import { useLocale } from '../../texts/texts.tsx';
import styles from './print-document.module.css';
import { useEdge, usePrinting } from './printing.ts';

/** Letterhead of the first page, and footer of every page. */
export const Letterhead = () => {
  const home = useMe()?.organization.name ?? '';
  useEdge('--page-home', home);
  return home === '' ? null : <p className={`${styles.letterhead} on-paper`}>{home}</p>;
};

type Props = {
  title: string;
  /** A line under the title. */
  lead?: ReactNode;
  /** Title at the top of every sheet but the first. Default: the title. */
  running_title?: string;
  children: ReactNode;
};

/** A document that is printed instead of the page. The reader of the screen never meets it. */
export const PrintDocument = (props: Props) => (usePrinting() ? <Printed {...props} /> : null);

const Printed = ({ title, lead, running_title = title, children }: Props) => {
  useEdge('--page-title', running_title);
  return createPortal(
    <main className={styles.document}>
      <Letterhead />
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>,
    document.body,
  );
};

/** Facts of a document, each a PrintFact. */
export const PrintFacts = ({ children }: { children: ReactNode }) => <dl className={styles.facts}>{children}</dl>;

export const PrintFact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** End of a document: when it was printed and by whom, and by what it is found again. */
export const Colophon = ({ children }: { children?: ReactNode }) => {
  const { texts, formats } = useLocale();
  const { print } = texts;
  const user = useMe()?.user;
  const when = formats.full(new Date().toISOString());
  const who = user?.name ?? user?.email;
  return (
    <footer className={styles.colophon}>
      {children}
      <p>{who ? print.printed_by(when, who) : print.printed(when)}</p>
    </footer>
  );
};
