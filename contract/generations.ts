import Type, { type Static } from 'typebox';
import { DisplayConfig, ExactPhrases, ExecutionType, Scope } from './generation-templates.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

const Any = Type.Unsafe<unknown>({});
const Count = Type.Integer({ minimum: 0 });

/**
 * Words of a call that bear something out. `start_word` and `end_word` are indexes from 0 into the transcript's words,
 * `end_word` exclusive; times are milliseconds from the start of the recording.
 */
export const Evidence = named('Evidence', {
  start_word: Count,
  end_word: Type.Integer({ minimum: 1 }),
  start_ms: Type.Number({ minimum: 0 }),
  end_ms: Type.Number({ minimum: 0 }),
  speaker: nullable(Type.String({ description: "The provider's speaker id." })),
  label: nullable(Type.String({ description: 'The label that the speaker had.' })),
  text: Type.String({ description: 'The words themselves, joined by spaces.' }),
});
export type Evidence = Static<typeof Evidence>;

/** Decision of a person about a proposed value. */
export const Decision = named('Decision', {
  decision: oneOf(['approved', 'changed', 'refused']),
  value: Type.Unsafe<unknown>({ description: 'The value that holds: as proposed, or as changed; null where refused.' }),
  decided_by: Uuid,
  decided_at: DateTime,
});
export type Decision = Static<typeof Decision>;

/** Value found in a call, with the words that bear it out and what a person decided. */
export const GenerationValue = named('GenerationValue', {
  uuid: Uuid,
  name: Type.String({ description: 'Name of the value, such as caller_name.' }),
  value: Any,
  evidence: Type.Array(Evidence, { minItems: 1 }),
  proposed: Type.Boolean({ description: 'False where the last run no longer finds it, and a decision keeps it.' }),
  decision: Type.Unsafe<Decision | null>({
    anyOf: [Decision, { type: 'null' }],
    description: 'null as long as nobody has decided.',
  }),
});
export type GenerationValue = Static<typeof GenerationValue>;

/**
 * Reasons for a failed generation. `no_model`: only a language model can do it, and none is set up, switched on, within its
 * day's limit, or answering.
 */
export const GENERATION_ERRORS = [
  'took_too_long',
  'too_much_memory',
  'rules_failed',
  'nothing_to_run',
  'no_model',
] as const;

const nullWhileQueued = 'null before the first run.';

/** Result of a template for a call. */
export const Generation = named('Generation', {
  uuid: Type.Unsafe<string | null>({ ...nullable(Uuid), description: `Identifies the run; ${nullWhileQueued}` }),
  call_uuid: Uuid,
  generation_template_uuid: Uuid,
  label: Type.String({ description: "The template's label." }),
  display_name: Type.String(),
  display_config: DisplayConfig,
  execution_type: ExecutionType,
  state: oneOf(['queued', 'succeeded', 'failed'], {
    description: 'queued: it runs soon, for the first time or anew; what is shown meanwhile is stale.',
  }),
  stale: Type.Boolean({
    description: "True if the call's words or labels, the template or the engine changed since the run.",
  }),
  template_version: nullable(Type.Integer({ minimum: 1 })),
  engine: Type.Unsafe<'rules' | 'phrases' | 'model' | null>({
    ...nullable(oneOf(['rules', 'phrases', 'model'])),
    description: nullWhileQueued,
  }),
  engine_version: nullable(Type.String()),
  model: nullable(Type.String({ description: 'Model that was asked; null for rules and phrases.' })),
  prompt_digest: nullable(Type.String({ description: 'SHA-256 of what the model was sent.' })),
  input_tokens: nullable(Count),
  output_tokens: nullable(Count),
  cost: nullable(Type.Number({ minimum: 0, description: 'Cost in US dollars.' })),
  took_ms: nullable(Type.Integer({ minimum: 0, description: 'Milliseconds that the run took.' })),
  error: Type.Unsafe<(typeof GENERATION_ERRORS)[number] | null>({
    ...nullable(oneOf(GENERATION_ERRORS)),
    description: 'Why the last run failed.',
  }),
  occurs: Type.Unsafe<boolean | null>({
    type: ['boolean', 'null'],
    description: 'Result of a detection; null for all else.',
  }),
  text: nullable(Type.String({ description: 'Result of a summary.' })),
  unsupported: Type.Array(Type.String(), {
    description: 'Statements of a model that the words of the call do not bear out.',
  }),
  values: Type.Array(GenerationValue),
  created_at: nullable(DateTime),
  created_by: Type.Unsafe<string | null>({
    ...nullable(Uuid),
    description: 'User who asked for the run; null for the server itself.',
  }),
});
export type Generation = Static<typeof Generation>;

/** Results of the templates for a call. */
export const Generations = named('Generations', { items: Type.Array(Generation) });
export type Generations = Static<typeof Generations>;

/** Request for a run now: of one template, of any stage, or of all in production. */
export const GenerationRequest = named('GenerationRequest', {
  generation_template_uuid: Type.Optional(nullable(Uuid)),
});
export type GenerationRequest = Static<typeof GenerationRequest>;

/** Decision of a person about a value. `value` is needed where it is changed, and ignored otherwise. */
export const DecisionRequest = named('DecisionRequest', {
  decision: oneOf(['approved', 'changed', 'refused']),
  value: Type.Optional(Type.Unsafe<unknown>({ description: 'The right value, of any JSON.' })),
});
export type DecisionRequest = Static<typeof DecisionRequest>;

/** Fields of a case that approved values can fill. */
export const FILLABLE = ['first_name', 'last_name', 'date_of_birth', 'date_of_death'] as const;
export type Fillable = (typeof FILLABLE)[number];

const ApprovedValue = Type.Object({
  call_uuid: Uuid,
  generation_value_uuid: Uuid,
  generation_template_uuid: Uuid,
  name: Type.String(),
  value: Type.Unsafe<unknown>({ description: 'The value as approved or as changed.' }),
  evidence: Type.Array(Evidence),
  decided_by: Uuid,
  decided_at: DateTime,
});
export type ApprovedValue = Static<typeof ApprovedValue>;

/** Values of a case's calls that people approved or changed, and the fields of the case that they would fill. */
export const ApprovedValues = named('ApprovedValues', {
  items: Type.Array(ApprovedValue, { description: 'By name, the latest decision first.' }),
  fields: Type.Array(
    Type.Object({
      field: oneOf(FILLABLE),
      current: nullable(Type.String({ description: 'What the case has.' })),
      proposals: Type.Array(
        Type.Object({
          value: Type.String(),
          generation_value_uuids: Type.Array(Uuid, { description: 'The approved values that say so.' }),
        }),
        {
          description:
            'Different values that were approved, the latest decision first. Write one with a PATCH of the case.',
        },
      ),
      conflict: Type.Boolean({ description: 'True if the approved values differ from one another or from the case.' }),
    }),
  ),
});
export type ApprovedValues = Static<typeof ApprovedValues>;

/** Phrases to look for in a call, as a template would, without keeping anything. */
export const Trial = named('Trial', {
  exact_phrases: ExactPhrases,
  scope: Type.Optional(nullable(Scope)),
});
export type Trial = Static<typeof Trial>;

const TrialPlace = Type.Object({
  phrase: Type.String(),
  score: Type.Number({ minimum: 0, maximum: 100, description: 'Share of the phrase that was said, in percent.' }),
  evidence: Type.Array(Evidence, { minItems: 1 }),
});

/** Places at which the phrases of a trial were said, and the nearest one of each phrase that was not. */
export const TrialResult = named('TrialResult', {
  occurs: Type.Boolean(),
  found: Type.Array(TrialPlace),
  missed: Type.Array(TrialPlace),
});
export type TrialResult = Static<typeof TrialResult>;

const ofCall = Type.Object({ call_uuid: Uuid });
const ofValue = Type.Object({ call_uuid: Uuid, generation_value_uuid: Uuid });

export const generations = {
  list: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/generations',
    summary: 'Get what the templates found in a call, with the words that bear it out',
    access: 'viewer',
    params: ofCall,
    status: 200,
    data: Generations,
    unversioned: true,
  }),
  run: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/generations',
    summary: 'Run the templates in production, or one template of any stage, on a call now',
    access: 'member',
    conflicts: true,
    in_many_steps: true,
    params: ofCall,
    body: GenerationRequest,
    example: {} satisfies GenerationRequest,
    status: 200,
    data: Generations,
    unversioned: true,
    message: 'Generations finished',
  }),
  try: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/generations/try',
    summary: 'Look for phrases in a call as a template would, without keeping anything',
    access: 'viewer',
    only_reads: true,
    conflicts: true,
    params: ofCall,
    body: Trial,
    body_limit: 256 * 1024,
    example: { exact_phrases: [{ phrase: 'no lilies', match_percentage: 90 }] } satisfies Trial,
    status: 200,
    data: TrialResult,
    unversioned: true,
  }),
  decide: route({
    method: 'PUT',
    path: '/v1/calls/{call_uuid}/generation-values/{generation_value_uuid}/decision',
    summary: 'Approve, change or refuse a value that was found in a call; later runs never overwrite it',
    access: 'member',
    params: ofValue,
    body: DecisionRequest,
    body_limit: 64 * 1024,
    example: { decision: 'changed', value: 'Leonard James Kowalczyk' } satisfies DecisionRequest,
    status: 200,
    data: GenerationValue,
    unversioned: true,
    message: 'Decision saved',
  }),
  undecide: route({
    method: 'DELETE',
    path: '/v1/calls/{call_uuid}/generation-values/{generation_value_uuid}/decision',
    summary: 'Undo the decision about a value',
    access: 'member',
    params: ofValue,
    status: 204,
    unversioned: true,
  }),
  approved: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/approved-values',
    summary: "Get the approved values of a case's calls, and the fields of the case that they would fill",
    access: 'viewer',
    params: Type.Object({ case_uuid: Uuid }),
    status: 200,
    data: ApprovedValues,
    unversioned: true,
  }),
};
