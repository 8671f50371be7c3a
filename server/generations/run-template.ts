import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import type { Evidence, GENERATION_ERRORS } from '@pharos/contract/generations.ts';
import type { ModelAnswer } from '../models/ask-model.ts';
import type { Finding, SpokenCall } from '../understanding/call.ts';
import { detect, nearMisses } from '../understanding/detection.ts';
import { evidenceOf } from '../understanding/evidence-of.ts';
import type { Phrase } from '../understanding/phrases/find-phrases.ts';
import { EXTRACTORS } from './rule-sets.ts';

/** Template as an engine runs it. */
export type Runnable = Pick<GenerationTemplate, 'execution_type' | 'exact_phrases' | 'rules' | 'scope'> & {
  /** True where near misses are asked for too. */
  trial?: boolean;
};

/** Value found in a call, with its words. */
export type FoundValue = { name: string; value: unknown; evidence: Evidence[] };

/** Result of one template for one call. */
export type RunResult = {
  engine: 'rules' | 'phrases' | 'model';
  error: (typeof GENERATION_ERRORS)[number] | null;
  occurs: boolean | null;
  text: string | null;
  found: FoundValue[];
  /** Name of the model that was asked, with what it took and what it made up. */
  told?: Omit<ModelAnswer, 'statements'>;
  /** Nearest places of the phrases of a trial that were not said. */
  missed?: FoundValue[];
};

/** Runs a template on a call by rules or phrases, without a model. A failure of its rules is a result too. */
export const runTemplate = (call: SpokenCall, template: Runnable): RunResult => {
  const rules = template.rules ?? (template.execution_type === 'summary' ? 'summary' : null);
  const engine = rules ? 'rules' : 'phrases';
  const nothing = { engine, occurs: null, text: null, found: [] } as const;
  try {
    if (rules) return resultOf(call, template, EXTRACTORS[rules](call));
    const { exact_phrases, scope } = template;
    if (!exact_phrases?.length) return { ...nothing, found: [], error: 'nothing_to_run' };
    const { occurs, findings } = detect(call, exact_phrases, scope ?? {});
    const found = foundIn(call, findings);
    const missed = template.trial && { missed: foundIn(call, missesOf(call, exact_phrases, scope)) };
    return {
      ...nothing,
      found,
      occurs: template.execution_type === 'detection' ? occurs : null,
      error: null,
      ...missed,
    };
  } catch {
    return { ...nothing, found: [], error: 'rules_failed' };
  }
};

const missesOf = (call: SpokenCall, phrases: readonly Phrase[], scope: Runnable['scope']): Finding[] =>
  nearMisses(call, phrases, scope ?? {}).map(({ phrase, score, ...range }) => ({
    name: 'phrase',
    value: { phrase, score },
    evidence: [range],
  }));

const resultOf = (call: SpokenCall, { execution_type }: Runnable, findings: readonly Finding[]): RunResult => {
  const found = foundIn(call, findings);
  const text = execution_type === 'summary' ? found.map(({ value }) => value).join(' ') : null;
  return {
    engine: 'rules',
    error: null,
    occurs: execution_type === 'detection' ? found.length > 0 : null,
    text,
    found,
  };
};

/** Findings with the words that they name; one that names no words of the call is none. */
const foundIn = (call: SpokenCall, findings: readonly Finding[]): FoundValue[] =>
  findings.flatMap(({ name, value, evidence }) => {
    const words = evidence.flatMap((range) => evidenceOf(call, range) ?? []);
    return words.length > 0 && words.length === evidence.length ? [{ name, value, evidence: words }] : [];
  });
