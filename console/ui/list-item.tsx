import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../texts/texts.tsx';
import styles from './list-item.module.css';

type ListProps = { label?: string; ordered?: boolean; children: ReactNode };

/** A list of things, each a ListItem or a ListRow. */
export const List = ({ label, ordered, children }: ListProps) => {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag className={styles.list} aria-label={label}>
      {children}
    </Tag>
  );
};

/** A line of a list with a layout of its own. */
export const ListRow = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <li className={`${styles.item} ${className}`}>{children}</li>
);

type Props = {
  title: ReactNode;
  /** One line of facts under the title, or several. */
  facts?: ReactNode | ReactNode[];
  /** Name of the button that opens the children, such as “Change Theo”; without one there is nothing to open. */
  open_label?: string;
  /** Text of the button. Default: “Change”. */
  open_text?: string;
  /** Actions in the line itself. */
  aside?: ReactNode;
  /** Always there, under the line. */
  below?: ReactNode;
  is_current?: boolean;
  children?: ReactNode;
};

/** A line of a list: its title, facts, what can be done, and what opens in its own place. */
export const ListItem = ({ title, facts, open_label, open_text, aside, below, is_current, children }: Props) => {
  const { forms, ui } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const lines = Array.isArray(facts) ? facts : facts ? [facts] : [];
  return (
    <li className={styles.item} aria-current={is_current ? 'true' : undefined}>
      <div className={styles.head}>
        <div className={styles.text}>
          <p className={styles.title}>
            <bdi>{title}</bdi>
          </p>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <div key={index} className={`${styles.facts} soft`}>
              {line}
            </div>
          ))}
        </div>
        {aside}
        {open_label && (
          <button
            type="button"
            className="button small"
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? `${ui.close}: ${open_label}` : open_label}
            onClick={() => setOpen(!open)}
          >
            {open ? ui.close : (open_text ?? forms.change)}
          </button>
        )}
      </div>
      {below}
      {open_label && (
        <div id={id} className={styles.body} hidden={!open}>
          {open && children}
        </div>
      )}
    </li>
  );
};
