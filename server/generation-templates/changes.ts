import { isDeepStrictEqual } from 'node:util';
import type {
  GenerationTemplate,
  GenerationTemplatePatch,
  GenerationTemplateUpdate,
  Scope,
} from '@pharos/contract/generation-templates.ts';
import { mergePatch } from '../platform/json/merge-patch.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import { FIELDS, type Field } from './fields.ts';
import type { TemplateFields } from './queries.ts';

/** A template's fields as they lie in the table, with what a body gives in place of what was there. */
export const withGiven = (current: TemplateFields, body: GenerationTemplateUpdate): TemplateFields => ({
  development_stage: body.development_stage ?? current.development_stage,
  display_config: body.display_config ? configOf(body.display_config) : current.display_config,
  display_name: body.display_name ?? current.display_name,
  exact_phrases: body.exact_phrases ? phrasesOf(body.exact_phrases) : current.exact_phrases,
  example_limit: body.example_limit ?? current.example_limit,
  execution_type: body.execution_type ?? current.execution_type,
  instructions: body.instructions ?? current.instructions,
  label: body.label ?? current.label,
  rules: body.rules ?? current.rules,
  scope: body.scope ? scopeOf(body.scope) : current.scope,
  template_type: body.template_type ?? current.template_type,
});

/** A template's fields with what a merge patch sets or clears. */
export const withPatch = (current: TemplateFields, body: GenerationTemplatePatch): TemplateFields => {
  const { display_config, exact_phrases, example_limit, instructions, rules, scope } = body;
  const fields = withGiven(current, { ...body, display_config: null });
  if (display_config) fields.display_config = configOf(mergePatch(current.display_config.parse(), display_config));
  if (display_config === null) fields.display_config = configOf({});
  if (exact_phrases === null) fields.exact_phrases = null;
  if (example_limit === null) fields.example_limit = null;
  if (instructions === null) fields.instructions = '';
  if (rules === null) fields.rules = null;
  if (scope === null) fields.scope = null;
  return fields;
};

/** The fields that differ between two states; an equal value in another order of keys is no difference. */
export const changedFields = (one: TemplateFields, other: TemplateFields): Field[] =>
  FIELDS.filter((name) => !isDeepStrictEqual(asKept(one[name]), asKept(other[name])));

const asKept = (value: unknown) => (value instanceof StoredJson ? value.parse() : JSON.parse(JSON.stringify(value)));

// The contract's fields and nothing else, as words are kept.
const configOf = ({ group, location, occurring_is_positive }: NonNullable<GenerationTemplate['display_config']>) =>
  stored({ group, location, occurring_is_positive });

type Phrases = NonNullable<GenerationTemplate['exact_phrases']>;

const plainPhrases = (phrases: Phrases) =>
  phrases.map(({ phrase, match_percentage }) => ({ phrase, match_percentage }));

const phrasesOf = (phrases: Phrases) => stored(plainPhrases(phrases));

const scopeOf = ({ voice, first_seconds, last_seconds, followed_by, every_time, absence }: Scope) => {
  const following = followed_by && plainFollowing(followed_by);
  return stored({ voice, first_seconds, last_seconds, followed_by: following, every_time, absence });
};

const plainFollowing = ({ exact_phrases, within_seconds, voice }: NonNullable<Scope['followed_by']>) => ({
  exact_phrases: plainPhrases(exact_phrases),
  within_seconds,
  voice,
});

const stored = (value: object) => new StoredJson(JSON.stringify(value));
