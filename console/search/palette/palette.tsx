import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../texts/texts.tsx';
import { Icon } from '../../ui/icon.tsx';
import { isComposing } from '../../ui/is-composing.ts';
import { useLater } from '../../ui/use-later.ts';
import { visitedBut } from '../../ui/visited.ts';
import { hashOf, MAX_CHARACTERS } from '../asked.ts';
import { createHitPlayer } from '../hit-player.ts';
import { Footer } from './footer.tsx';
import { List } from './list.tsx';
import styles from './palette.module.css';
import { Preview } from './preview.tsx';
import { namesQuery, wordsQuery } from './queries.ts';
import { hrefOf, type Row, rowsOf, SCOPES, type Scope } from './rows.ts';
import { useActions } from './use-actions.ts';

/** Sign with which a text asks for actions. */
const ASKS_ACTIONS = '>';

/** One field for people, cases, calls, words and actions, over whatever page is open. */
export const Palette = ({ onClose }: { onClose(): void }) => {
  const { search, ui } = useTexts();
  const { palette } = search;
  const dialog = useRef<HTMLDialogElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  const player = useRef(createHitPlayer(() => audio.current));
  const list = useId();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const [at, setAt] = useState(0);
  // Once the arrows have left the field, Space plays; until then it is a letter.
  const [left, setLeft] = useState(false);
  const { rows, late } = useRows(text, scope);
  const active = rows[Math.min(at, rows.length - 1)];
  const { open, searchAll } = useGoing(onClose);
  useEffect(() => {
    dialog.current?.showModal();
    const shown = dialog.current;
    return () => shown?.close();
  }, []);

  const move = (step: number) => {
    if (rows.length === 0) return;
    setLeft(true);
    setAt((Math.min(at, rows.length - 1) + step + rows.length) % rows.length);
  };
  const play = (row: Row) => {
    if (row.kind !== 'words') return;
    player.current.toggle(row.id, row.hit.call_uuid, row.hit);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const run = keyOf(event);
    if (!run) return;
    event.preventDefault();
    run();
  };
  const keyOf = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): (() => void) | null => {
    if (key === 'ArrowDown') return () => move(1);
    if (key === 'ArrowUp') return () => move(-1);
    if (key === 'Tab') return () => narrow(shiftKey ? -1 : 1);
    if (key === 'Enter' && (ctrlKey || metaKey)) return () => searchAll(text);
    // Rows of what was typed before are not opened for what is typed now, unless somebody has gone to one of them.
    if (key === 'Enter' && late && !left) return () => searchAll(text);
    if (key === 'Enter') return () => active && open(active);
    if (key === ' ' && left && active?.kind === 'words') return () => play(active);
    return null;
  };
  const narrow = (step: number) => {
    const next = SCOPES[(SCOPES.indexOf(scope) + step + SCOPES.length) % SCOPES.length];
    if (next) setScope(next);
    setAt(0);
  };

  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={palette.title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      onKeyDown={(event) => event.key === 'Escape' && dialog.current?.close()}
    >
      <div className={styles.sheet}>
        <div className={styles.field}>
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-expanded={rows.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={active && `${list}-${active.id}`}
            aria-label={search.palette.field}
            aria-describedby={scope === 'all' ? undefined : `${list}-scope`}
            placeholder={palette.field}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            dir="auto"
            maxLength={MAX_CHARACTERS}
            autoFocus
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setAt(0);
              setLeft(false);
            }}
            onKeyDown={press}
          />
          {scope !== 'all' && (
            <span id={`${list}-scope`} className="chip">
              {palette.sections[scope]}
            </span>
          )}
          <button type="button" className={styles.esc} tabIndex={-1} onClick={() => dialog.current?.close()}>
            <kbd>Esc</kbd>
            <Icon name="close" /> <span className="unseen">{ui.close}</span>
          </button>
        </div>
        <div className={styles.body} aria-busy={late}>
          <div className={styles.found}>
            <List
              id={list}
              rows={rows}
              active={active}
              text={text}
              player={player.current}
              onPoint={setAt}
              onOpen={open}
            />
            {rows.length === 0 && (
              <p className={`${styles.none} soft`}>{text.trim() === '' ? palette.hint : !late && palette.none}</p>
            )}
          </div>
          <Preview row={active} />
        </div>
        <Footer scope={scope} onNarrow={() => narrow(1)} />
        <p role="status" className="unseen">
          {text.trim() !== '' && !late && palette.results(rows.length)}
        </p>
      </div>
      {/* biome-ignore lint/a11y/useMediaCaption: the words stand beside it. */}
      <audio ref={audio} preload="none" />
    </dialog>
  );
};

/** Rows for what is typed; those of before stay until the next are there. */
const useRows = (text: string, scope: Scope): { rows: Row[]; late: boolean } => {
  const { search } = useTexts();
  const { state } = useRouter();
  const q = text.trim();
  const asks_actions = q.startsWith(ASKS_ACTIONS);
  const asked = useLater(asks_actions ? '' : q);
  const names = useQuery(namesQuery(asked));
  const words = useQuery(wordsQuery(asked));
  const actions = useActions(q.slice(ASKS_ACTIONS.length).trim());
  const navigate = useNavigate();
  const rows: Row[] = [];
  if (asks_actions) rows.push(...actions.map((action, index): Row => ({ kind: 'actions', id: `a-${index}`, action })));
  else if (q === '')
    rows.push(...visitedBut(state.location.pathname).map((place): Row => ({ kind: 'places', id: place.href, place })));
  else {
    const groups = words.isError || asked.length < 2 ? [] : (words.data ?? []);
    rows.push(...rowsOf({ names: asked === '' ? undefined : names.data, groups }, scope));
    const name = search.palette.everything(q);
    const run = () => void navigate({ to: '/search', hash: hashOf({ q }) });
    rows.push({ kind: 'actions', id: 'everything', action: { name, icon: 'search', keys: ['Ctrl', '↵'], run } });
  }
  const late = !asks_actions && (asked !== q || names.isFetching || words.isFetching);
  return { rows, late };
};

/** Ways out of the palette: to a row, or to all that the search finds. */
const useGoing = (onClose: () => void) => {
  const navigate = useNavigate();
  const router = useRouter();
  return {
    open: (row: Row) => {
      const href = hrefOf(row);
      onClose();
      if (row.kind === 'actions') row.action.run();
      else if (href !== null) router.history.push(href);
    },
    searchAll: (text: string) => {
      const q = text.trim();
      onClose();
      void navigate({ to: '/search', hash: q === '' ? '' : hashOf({ q }) });
    },
  };
};
