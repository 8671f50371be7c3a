import { callTime, titleOf } from '../../naming/call-title.ts';
import { personOf } from '../../naming/person.ts';
import { clock } from '../../texts/formats.ts';
import { isolate } from '../../texts/isolate.ts';
import { useLocale } from '../../texts/texts.tsx';
import { LitWords } from '../lit-words.tsx';
import styles from './preview.module.css';
import type { Row } from './rows.ts';

/** A closer look at the active row, on wide pages: enough to answer a telephone that rings. */
export const Preview = ({ row }: { row: Row | undefined }) => {
  const { texts, formats } = useLocale();
  const { search, calls } = texts;
  const { palette } = search;
  const shown = (() => {
    switch (row?.kind) {
      case 'people': {
        const { name, call, side } = row.person;
        return (
          <>
            <h2 dir="auto">{name}</h2>
            <p className="soft">{palette.in_case(personOf(row.person.case, texts))}</p>
            {side && <p className="soft">{calls.sides[side]}</p>}
            <h3>{palette.latest}</h3>
            <p>{titleOf(call, texts, formats)}</p>
            <p className="soft">{formats.moment(callTime(call))}</p>
          </>
        );
      }
      case 'cases': {
        const { one } = row;
        return (
          <>
            <h2 dir="auto">{personOf(one, texts)}</h2>
            {one.external_id && <p className="soft figures">{one.external_id}</p>}
            {one.date_of_service && (
              <p className="soft">
                {texts.cases.days.date_of_service}: {formats.day(one.date_of_service)}
              </p>
            )}
            {one.summary && <p dir="auto">{one.summary}</p>}
          </>
        );
      }
      case 'calls': {
        const { call } = row;
        const names = Object.values(call.speaker_labels).filter((name) => typeof name === 'string' && name.trim());
        return (
          <>
            <h2 dir="auto">{titleOf(call, texts, formats)}</h2>
            <p className="soft">{formats.moment(callTime(call))}</p>
            {call.duration !== null && <p className="soft">{formats.length(call.duration)}</p>}
            {names.length > 0 && <p>{names.map((name) => isolate(String(name))).join(' · ')}</p>}
          </>
        );
      }
      case 'words': {
        const { hit, group } = row;
        return (
          <>
            <h2 dir="auto">{hit.label ?? search.unnamed}</h2>
            <p className="soft">
              {palette.in_case(personOf(group.case, texts))} · {clock(hit.start_ms)}
            </p>
            <blockquote dir="auto">
              <LitWords hit={hit} />
            </blockquote>
            {group.hits.length - 1 + group.more > 0 && (
              <p className="soft">{search.more_in_call(group.hits.length - 1 + group.more)}</p>
            )}
            <h3>{titleOf(group.call, texts, formats)}</h3>
            <p className="soft">{formats.moment(callTime(group.call))}</p>
          </>
        );
      }
      default:
        return null;
    }
  })();
  return <div className={styles.preview}>{shown}</div>;
};
