import type { Generation, GenerationValue } from '@pharos/contract/generations.ts';
import { useId, useRef, useState } from 'react';
import { pharos } from '../../api/pharos.ts';
import { describe, inOrder, notSaid, titleOf } from '../../naming/describe-value.ts';
import { useFormats, useTexts } from '../../texts/texts.tsx';
import { Folded } from '../../ui/folded.tsx';
import { TroubleNotice } from '../../ui/forms/trouble-notice.tsx';
import { useChange } from '../../ui/forms/use-change.ts';
import { useWorkspace } from '../call-workspace.ts';
import { type Decided, useDecide } from './decide.ts';
import { DecidedValue } from './decided-value.tsx';
import { Evidence } from './evidence.tsx';
import styles from './insights.module.css';
import { ProposedValue } from './proposed-value.tsx';

/** Proposed values that are shown before the rest is asked for. */
const SHOWN = 6;

/** Findings of one template: values to decide about, those that were, and what was not said. */
export const Result = ({ generation }: { generation: Generation }) => {
  const { generations } = useTexts();
  const formats = useFormats();
  const workspace = useWorkspace();
  const title = useId();
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const { label, execution_type, values, state } = generation;

  // Whoever decides by keys goes on with the next one.
  const goOn = ({ body }: Decided) => {
    if (body) requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[data-proposed]')?.focus());
  };
  const change = useDecide(generation.call_uuid, goOn);
  const decide = workspace.may_write ? change.run : null;
  const last = change.data;
  const said = last?.body && describe(generation, last.value, generations, formats);

  const proposed = inOrder(values).filter(({ decision }) => decision === null);
  const kept = inOrder(values).filter(({ decision }) => decision !== null && decision.decision !== 'refused');
  const refused = values.filter(({ decision }) => decision?.decision === 'refused');
  const missing = label === 'first_call_sheet' && state === 'succeeded' ? notSaid(values) : [];
  return (
    <section className={styles.result} aria-labelledby={title}>
      <h3 id={title}>{titleOf(generation, generations)}</h3>
      {label === 'first_call_sheet' && values.length > 0 && (
        <Counts kept={kept.length} proposed={proposed.length} missing={missing.length} />
      )}
      {execution_type === 'summary' ? (
        values.flatMap(({ evidence }) => evidence.map((cited) => <Evidence key={cited.start_word} cited={cited} />))
      ) : (
        <ul ref={list} className={styles.values}>
          {proposed.slice(0, all ? undefined : SHOWN).map((value, index) => (
            <ProposedValue
              key={value.uuid}
              generation={generation}
              value={value}
              quoted={!bornOutBySame(value, proposed[index - 1])}
              decide={decide}
            />
          ))}
        </ul>
      )}
      {!all && execution_type !== 'summary' && proposed.length > SHOWN && (
        <button type="button" className="button small plain" onClick={() => setAll(true)}>
          {generations.show_all(proposed.length)}
        </button>
      )}
      <p role="status" className="soft hint">
        {last?.body && said && generations.decided[last.body.decision](said.name || said.text)}
      </p>
      <TroubleNotice trouble={change.trouble} />
      {kept.length > 0 && (
        <>
          <h4 className={styles.name}>{generations.approved}</h4>
          <ul className={styles.values}>
            {kept.map((value) => (
              <DecidedValue key={value.uuid} generation={generation} value={value} decide={decide} />
            ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <Folded summary={generations.refused(refused.length)}>
          <ul className={styles.values}>
            {refused.map((value) => (
              <DecidedValue key={value.uuid} generation={generation} value={value} decide={decide} />
            ))}
          </ul>
        </Folded>
      )}
      {missing.length > 0 && (
        <>
          <h4 className={styles.name}>{generations.not_said}</h4>
          <ul className={styles.missing}>
            {missing.map((field) => (
              <li key={field}>{generations.fields[field as keyof typeof generations.fields]}</li>
            ))}
          </ul>
        </>
      )}
      <Progress generation={generation} />
    </section>
  );
};

const bornOutBySame = ({ evidence: [cited] }: GenerationValue, before: GenerationValue | undefined): boolean =>
  cited?.start_word === before?.evidence[0]?.start_word && cited?.end_word === before?.evidence[0]?.end_word;

/** Fields of a sheet by how far they are, as a strip and in words. */
const Counts = ({ kept, proposed, missing }: { kept: number; proposed: number; missing: number }) => {
  const { generations } = useTexts();
  const parts: [count: number, className: string | undefined, text: string][] = [
    [kept, styles.is_kept, generations.counts.decided(kept)],
    [proposed, styles.to_check, generations.counts.proposed(proposed)],
    [missing, undefined, generations.counts.not_said(missing)],
  ];
  return (
    <>
      <p className={styles.strip} aria-hidden="true">
        {parts.flatMap(([count, className, text]) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments are all alike
          Array.from({ length: count }, (_, index) => <span key={`${text}${index}`} className={className} />),
        )}
      </p>
      <p className={styles.counts}>{parts.map(([count, , text]) => count > 0 && <span key={text}>{text}</span>)}</p>
    </>
  );
};

/** Says where a result stands that is not there yet, or could not be made. */
const Progress = ({ generation: { call_uuid, generation_template_uuid, state, stale, values, error } }: Props) => {
  const { generations } = useTexts();
  const { may_write } = useWorkspace();
  const run = useChange(() => pharos.generations.run({ call_uuid, body: { generation_template_uuid } }), {
    kind: 'decision',
  });
  if (state === 'queued') return <p className="soft hint">{stale ? generations.reading_again : generations.reading}</p>;
  if (state === 'succeeded') return values.length === 0 && <p className="soft">{generations.nothing_found}</p>;
  return (
    <>
      <p className="wrong">{generations.failed[error ?? 'rules_failed']}</p>
      {may_write && (
        <button type="button" className="button small" disabled={run.busy} onClick={() => run.run(undefined)}>
          {generations.try_again}
        </button>
      )}
      <TroubleNotice trouble={run.trouble} />
    </>
  );
};

type Props = { generation: Generation };
