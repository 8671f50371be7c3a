import type { RuleSet } from '@pharos/contract/generation-templates.ts';
import { insertSharedTemplate } from '../generation-templates/queries.ts';
import type { Database } from '../platform/database/database.ts';
import { StoredJson } from '../platform/json/stored-json.ts';

type BuiltIn = {
  uuid: string;
  display_name: string;
  execution_type: 'extraction' | 'detection' | 'summary';
  group: string;
  occurring_is_positive?: boolean;
  instructions: string;
};

/** Templates that an installation begins with, by their labels, which are the names of their rules. */
const BUILT_IN: Record<RuleSet, BuiltIn> = {
  first_call_sheet: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a01',
    display_name: 'First-call sheet',
    execution_type: 'extraction',
    group: 'first_call',
    instructions: 'What is written down at a first call: who calls, who has died, where they are, and what comes next.',
  },
  promises: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a02',
    display_name: 'Promises',
    execution_type: 'extraction',
    group: 'follow_up',
    instructions: 'What somebody on the call said they would do, for whom, and by when.',
  },
  prices: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a03',
    display_name: 'Prices',
    execution_type: 'extraction',
    group: 'compliance',
    instructions: 'Prices that were asked for or given, and how they were given.',
  },
  embalming: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a04',
    display_name: 'Embalming',
    execution_type: 'extraction',
    group: 'compliance',
    instructions: 'Approval of embalming: whether it was asked for by name, and who granted, refused or deferred it.',
  },
  recording_notice: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a05',
    display_name: 'Recording notice',
    execution_type: 'extraction',
    group: 'compliance',
    occurring_is_positive: true,
    instructions: 'The notice that the call is recorded, and the answer to it.',
  },
  claims: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a06',
    display_name: 'Claims to check',
    execution_type: 'extraction',
    group: 'compliance',
    occurring_is_positive: false,
    instructions: 'Statements of the home that the Funeral Rule may not allow, such as that law requires embalming.',
  },
  sensitivities: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a07',
    display_name: 'Sensitivities',
    execution_type: 'extraction',
    group: 'family',
    instructions: 'What to be careful about with this family.',
  },
  summary: {
    uuid: '5f0b1c0e-6d1a-4a53-9a53-2b8f4c1f0a08',
    display_name: 'Summary',
    execution_type: 'summary',
    group: 'summary',
    instructions: "The call in its own words: the turns that matter, in the speakers' own words.",
  },
};

/** Adds the built-in templates that the database does not have yet. Those that an operator changed or deleted stay so. */
export const addBuiltInTemplates = (database: Database): Promise<void> =>
  database.scopedTo({ installation: true }).transaction(async (tx) => {
    for (const label of Object.keys(BUILT_IN) as RuleSet[]) {
      const { uuid, display_name, execution_type, group, occurring_is_positive, instructions } = BUILT_IN[label];
      const display = { group, location: 'call', occurring_is_positive };
      insertSharedTemplate(tx, {
        ...{ uuid, label, display_name, execution_type, instructions, rules: label },
        ...{ development_stage: 'production', template_type: 'at_need' },
        ...{ display_config: new StoredJson(JSON.stringify(display)), exact_phrases: null, example_limit: null },
        scope: null,
      });
    }
  });
