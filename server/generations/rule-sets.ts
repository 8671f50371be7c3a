import type { RuleSet } from '@pharos/contract/generation-templates.ts';
import type { Finding, SpokenCall } from '../understanding/call.ts';
import { extractClaims } from '../understanding/claims/extract-claims.ts';
import { extractEmbalming } from '../understanding/embalming/extract-embalming.ts';
import { extractPrices } from '../understanding/prices/extract-prices.ts';
import { extractPromises } from '../understanding/promises/extract-promises.ts';
import { extractRecordingNotice } from '../understanding/recording-notice.ts';
import { extractSensitivities } from '../understanding/sensitivities.ts';
import { extractSheet } from '../understanding/sheet/extract-sheet.ts';
import { summarise } from '../understanding/summary.ts';

/** Built-in rules by their names. */
export const EXTRACTORS: Readonly<Record<RuleSet, (call: SpokenCall) => Finding[]>> = {
  first_call_sheet: extractSheet,
  promises: extractPromises,
  prices: extractPrices,
  embalming: extractEmbalming,
  claims: extractClaims,
  sensitivities: extractSensitivities,
  recording_notice: extractRecordingNotice,
  summary: summarise,
};
