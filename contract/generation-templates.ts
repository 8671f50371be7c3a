import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid } from './table/schema.ts';

const Text = Type.String({ maxLength: 255 });
const DevelopmentStage = oneOf(['testing', 'production'], {
  description: 'Only templates in production run on calls.',
});
export const ExecutionType = oneOf(['summary', 'detection', 'extraction']);
const TemplateType = oneOf(['at_need', 'pre_need'], {
  description: 'at_need for cases after a death, pre_need for plans before one.',
});
const ExampleLimit = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
const Instructions = Type.String({
  maxLength: 65_536,
  description: 'Instructions in plain words: what to look for or to write.',
});

export const DisplayConfig = Type.Object({
  group: Type.Optional(nullable(Text)),
  location: Type.Optional(nullable(Text)),
  occurring_is_positive: Type.Optional(
    nullable(Type.Boolean({ description: 'True if a detection is good news, false if bad.' })),
  ),
});

/** Phrases that a detection looks for. */
export const ExactPhrases = Type.Array(
  Type.Object({
    phrase: Type.String({ maxLength: 1024 }),
    match_percentage: Type.Number({
      minimum: 0,
      description:
        "Least share of the phrase's words that has to be said, in percent. More than 100 reads as 100. Stored as sent.",
    }),
  }),
  { maxItems: 1000 },
);

/** Rules that Pharos brings along, each named as the shared template that runs it. */
export const RULE_SETS = [
  'first_call_sheet',
  'promises',
  'prices',
  'embalming',
  'recording_notice',
  'claims',
  'sensitivities',
  'summary',
] as const;
export type RuleSet = (typeof RULE_SETS)[number];

const Rules = oneOf(RULE_SETS, {
  description: 'Built-in rules that find the values, instead of phrases; null for none.',
});

const Seconds = Type.Integer({ minimum: 1, maximum: 86_400 });
const Voice = oneOf(['ours', 'theirs'], {
  description: "Only what the home's own people say, or only what the others say.",
});

/** Part of a call in which phrases count, and what they have to be like there to occur. */
export const Scope = Type.Object({
  voice: Type.Optional(nullable(Voice)),
  first_seconds: Type.Optional(nullable(Seconds)),
  last_seconds: Type.Optional(nullable(Seconds)),
  followed_by: Type.Optional(
    Type.Unsafe<{
      exact_phrases: Static<typeof ExactPhrases>;
      within_seconds: number;
      voice?: 'ours' | 'theirs' | null;
    } | null>({
      ...nullable(
        Type.Object({ exact_phrases: ExactPhrases, within_seconds: Seconds, voice: Type.Optional(nullable(Voice)) }),
      ),
      description: 'Phrases of which one has to follow within so many seconds, as an answer follows a question.',
    }),
  ),
  every_time: Type.Optional(
    nullable(Type.Boolean({ description: 'True if `followed_by` has to be met every time. Default: once is enough.' })),
  ),
  absence: Type.Optional(
    nullable(Type.Boolean({ description: 'True if it occurs where the phrases are not said. Default: false.' })),
  ),
});
export type Scope = Static<typeof Scope>;

const nullables = {
  exact_phrases: nullable(ExactPhrases),
  example_limit: nullable(ExampleLimit),
  rules: nullable(Rules),
  scope: nullable(Scope),
};
const given = {
  display_config: Type.Optional(nullable(DisplayConfig)),
  exact_phrases: Type.Optional(nullables.exact_phrases),
  example_limit: Type.Optional(nullables.example_limit),
  instructions: Type.Optional(nullable(Instructions)),
  rules: Type.Optional(nullables.rules),
  scope: Type.Optional(nullables.scope),
  organization_display_name: Type.Optional(nullable(Type.String({ description: 'Ignored, never stored.' }))),
};
const shared = 'null makes a template that all organizations share, which only operators may.';

/** Body of a POST. The template belongs to your organization unless `organization_uuid` is null. */
export const GenerationTemplateCreate = named('GenerationTemplateCreate', {
  display_name: Text,
  label: Text,
  execution_type: ExecutionType,
  template_type: TemplateType,
  development_stage: Type.Optional(nullable(DevelopmentStage)),
  ...given,
  organization_uuid: Type.Optional(
    Type.Unsafe<string | null>({ ...nullable(Uuid), description: `Default: your own organization; ${shared}` }),
  ),
});
export type GenerationTemplateCreate = Static<typeof GenerationTemplateCreate>;

/**
 * Body of a PUT. Absent and null fields are left unchanged; `display_config`, `exact_phrases` and `scope` are
 * replaced whole.
 */
export const GenerationTemplateUpdate = named('GenerationTemplateUpdate', {
  development_stage: Type.Optional(nullable(DevelopmentStage)),
  display_name: Type.Optional(nullable(Text)),
  execution_type: Type.Optional(nullable(ExecutionType)),
  label: Type.Optional(nullable(Text)),
  template_type: Type.Optional(nullable(TemplateType)),
  ...given,
  organization_uuid: Type.Optional(
    Type.Unsafe<string | null>({
      ...nullable(Uuid),
      readOnly: true,
      description: "Ignored: a template's organization never changes.",
    }),
  ),
});
export type GenerationTemplateUpdate = Static<typeof GenerationTemplateUpdate>;

/**
 * Merge patch: null clears (`display_config` to `{}`, `instructions` to `""`), `display_config` is merged key by key,
 * `exact_phrases` and `scope` are replaced whole.
 */
export const GenerationTemplatePatch = named('GenerationTemplatePatch', {
  development_stage: Type.Optional(DevelopmentStage),
  display_name: Type.Optional(Text),
  execution_type: Type.Optional(ExecutionType),
  label: Type.Optional(Text),
  template_type: Type.Optional(TemplateType),
  ...given,
  organization_uuid: GenerationTemplateUpdate.properties.organization_uuid,
});
export type GenerationTemplatePatch = Static<typeof GenerationTemplatePatch>;

/** Instructions to find something in calls or to write about them: a summary, a detection or an extraction. */
export const GenerationTemplate = named('GenerationTemplate', {
  uuid: Uuid,
  organization_uuid: Type.Unsafe<string | null>({
    ...nullable(Uuid),
    description: 'null for a template that all organizations share.',
  }),
  created_at: DateTime,
  created_by: Uuid,
  updated_at: DateTime,
  updated_by: Uuid,
  deleted_at: nullable(DateTime),
  deleted_by: nullable(Uuid),
  development_stage: DevelopmentStage,
  display_name: Text,
  execution_type: ExecutionType,
  label: Text,
  template_type: TemplateType,
  display_config: Type.Unsafe<Static<typeof DisplayConfig>>({
    ...DisplayConfig,
    description: '{} where nothing is set.',
  }),
  instructions: Type.Unsafe<string>({ ...Instructions, description: 'Empty where there are none.' }),
  ...nullables,
});
export type GenerationTemplate = Static<typeof GenerationTemplate>;

const params = Type.Object({ generation_template_uuid: Uuid });

const EXAMPLE: GenerationTemplateCreate = {
  display_name: 'Flowers',
  label: 'flowers',
  development_stage: 'testing',
  execution_type: 'detection',
  template_type: 'at_need',
  instructions: 'Which flowers does the family want, and which must there not be?',
  exact_phrases: [{ phrase: 'no lilies', match_percentage: 90 }],
  display_config: { group: 'service', location: 'summary', occurring_is_positive: true },
};

export const generationTemplates = {
  list: route({
    method: 'GET',
    path: '/v1/generation-templates',
    summary: 'List generation templates, your own and shared ones, newest first',
    access: 'viewer',
    query: Type.Object({
      ...paging,
      deleted: Type.Optional(Type.Boolean({ description: 'List deleted templates instead. Default: false.' })),
    }),
    status: 200,
    data: pageOf(GenerationTemplate),
  }),
  create: route({
    method: 'POST',
    path: '/v1/generation-templates',
    summary: 'Add a generation template',
    access: 'admin',
    for_installation: true,
    body: GenerationTemplateCreate,
    example: EXAMPLE,
    status: 201,
    data: GenerationTemplate,
    message: 'Generation template created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/generation-templates/{generation_template_uuid}',
    summary: 'Get a generation template',
    access: 'viewer',
    params,
    status: 200,
    data: GenerationTemplate,
  }),
  update: route({
    method: 'PUT',
    path: '/v1/generation-templates/{generation_template_uuid}',
    summary: 'Update a generation template; fields that are absent or null are left unchanged',
    access: 'admin',
    for_installation: true,
    params,
    body: GenerationTemplateUpdate,
    example: { development_stage: 'production', example_limit: 3 } satisfies GenerationTemplateUpdate,
    status: 200,
    data: GenerationTemplate,
    message: 'Generation template updated',
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/generation-templates/{generation_template_uuid}',
    summary: 'Change or clear fields of a generation template by a merge patch (RFC 7396)',
    access: 'admin',
    for_installation: true,
    params,
    body: GenerationTemplatePatch,
    body_kind: 'merge_patch',
    example: { example_limit: null, display_config: { group: 'service' } } satisfies GenerationTemplatePatch,
    status: 200,
    data: GenerationTemplate,
    message: 'Generation template updated',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/generation-templates/{generation_template_uuid}',
    summary: 'Delete a generation template; it can be restored',
    access: 'admin',
    for_installation: true,
    params,
    status: 204,
  }),
  restore: route({
    method: 'POST',
    path: '/v1/generation-templates/{generation_template_uuid}/restore',
    summary: 'Restore a deleted generation template',
    access: 'admin',
    for_installation: true,
    params,
    status: 200,
    data: GenerationTemplate,
    message: 'Generation template restored',
  }),
};
