import { type ReactNode, useEffect } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { callTime, titleOf } from '../../naming/call-title.ts';
import { personOf } from '../../naming/person.ts';
import { clock } from '../../texts/formats.ts';
import { useLocale, useTexts } from '../../texts/texts.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { HitPlayer } from '../hit-player.ts';
import { LitWords } from '../lit-words.tsx';
import styles from './list.module.css';
import type { Row } from './rows.ts';
import { Typed } from './typed.tsx';

type Props = {
  id: string;
  rows: readonly Row[];
  active: Row | undefined;
  text: string;
  player: HitPlayer;
  onPoint(at: number): void;
  onOpen(row: Row): void;
};

/** Results in groups. The field keeps the focus; the active row is announced to screen readers. */
export const List = ({ id, rows, active, ...given }: Props) => {
  const { palette } = useTexts().search;
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <div id={id} role="listbox" aria-label={palette.title} className={styles.list} hidden={rows.length === 0}>
      {kinds.map((kind) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <div id={`${id}-${kind}`} role="presentation" className={styles.heading}>
            {palette.sections[kind]}
          </div>
          {rows.map((row, index) =>
            row.kind === kind ? (
              <Option key={row.id} id={`${id}-${row.id}`} row={row} at={index} is_active={row === active} {...given} />
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
};

type OptionProps = Omit<Props, 'rows' | 'active'> & { row: Row; at: number; is_active: boolean };

const Option = ({ id, row, at, is_active, text, player, onPoint, onOpen }: OptionProps) => (
  // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field has the focus, and the keys
  <div
    id={id}
    role="option"
    aria-selected={is_active}
    className={styles.option}
    onPointerMove={() => is_active || onPoint(at)}
    onPointerDown={(event) => event.preventDefault()}
    onClick={(event) => {
      const plays = (event.target as HTMLElement).closest('[data-play]');
      if (plays && row.kind === 'words') player.toggle(row.id, row.hit.call_uuid, row.hit);
      else onOpen(row);
    }}
  >
    <RowWords row={row} text={text} player={player} />
    {is_active && row.kind !== 'actions' && <kbd>↵</kbd>}
  </div>
);

const Line = ({ sign, children, aside }: { sign: ReactNode; children: ReactNode; aside?: ReactNode }) => (
  <>
    <span className={styles.sign} aria-hidden="true">
      {sign}
    </span>
    <span className={styles.name} dir="auto">
      {children}
    </span>
    {aside && <span className={`${styles.aside} soft figures`}>{aside}</span>}
  </>
);

const RowWords = ({ row, text, player }: { row: Row; text: string; player: HitPlayer }) => {
  const { texts, formats } = useLocale();
  const { palette } = texts.search;
  switch (row.kind) {
    case 'people': {
      const { person } = row;
      return (
        <Line
          sign={<span className={styles.initial}>{[...person.name][0]?.toLocaleUpperCase()}</span>}
          aside={person.kind === 'name' ? palette.sounds_alike : palette.calls_of(person.calls)}
        >
          <Typed text={text}>{person.name}</Typed> <NumberFound row={row} text={text} />
        </Line>
      );
    }
    case 'cases':
      return (
        <Line sign={<Icon name="cases" />} aside={row.one.external_id}>
          <Typed text={text}>{personOf(row.one, texts)}</Typed>
        </Line>
      );
    case 'calls':
      return (
        <Line sign={<Icon name="history" />} aside={formats.moment(callTime(row.call))}>
          <Typed text={text}>{titleOf(row.call, texts, formats)}</Typed>
        </Line>
      );
    case 'words':
      return (
        <Line sign={<span className={styles.quote}>“</span>} aside={<PlayTime row={row} player={player} />}>
          <span className={styles.said}>
            <LitWords hit={row.hit} />
          </span>
          {row.hit.kind !== 'exact' && <span className={styles.reason}>{texts.search.kinds[row.hit.kind]}</span>}
        </Line>
      );
    case 'places':
      return (
        <Line sign={<Icon name={row.place.href.startsWith('/cases') ? 'cases' : 'history'} />}>{row.place.title}</Line>
      );
    case 'actions':
      return (
        <Line sign={<Icon name={row.action.icon} />} aside={row.action.keys?.map((key) => <kbd key={key}>{key}</kbd>)}>
          {row.action.name}
        </Line>
      );
  }
};

/** The number by which a person was found. */
const NumberFound = ({ row, text }: { row: Row & { kind: 'people' }; text: string }) => {
  const { kind, call } = row.person;
  const digits = text.replace(/\D/g, '');
  const number = [call.from, call.to].find((one) => one?.replace(/\D/g, '').endsWith(digits));
  if (kind !== 'number' || !number) return null;
  return (
    <span className="soft figures">
      · <Typed text={text}>{number}</Typed>
    </span>
  );
};

const PlayTime = ({ row, player }: { row: Row & { kind: 'words' }; player: HitPlayer }) => {
  const its = useObservable(player, (now) => (now?.key === row.id ? now : null));
  const { search } = useTexts();
  if (its?.failed) return search.silent;
  return (
    <span data-play className={styles.play}>
      <span aria-hidden="true">{its && !its.paused ? '❚❚' : '▶'}</span> {clock(row.hit.start_ms)}
    </span>
  );
};
