/** A table whose rows are a part of a call or of a case, and the column that says of which. */
export type Part = {
  table: string;
  of: 'call' | 'case';
  column: string;
  /** True where its rows may be updated. */
  is_changed?: boolean;
};

/**
 * Everything that a call and a case are made of, in the order in which a purge removes it: what refers to another comes
 * before it. A feature that keeps something of a call adds its table here.
 */
export const PARTS: Part[] = [
  { table: 'call_joins', of: 'call', column: 'call_uuid' },
  { table: 'call_versions', of: 'call', column: 'call_uuid' },
  { table: 'recordings', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'uploads', of: 'call', column: 'call_uuid' },
  { table: 'search_documents', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'transcripts', of: 'call', column: 'call_uuid' },
  { table: 'provider_files', of: 'call', column: 'call_uuid' },
  { table: 'generation_values', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'generations', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'call_analyses', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'jobs', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'arrivals', of: 'call', column: 'call_uuid', is_changed: true },
  { table: 'calls', of: 'call', column: 'uuid' },
  { table: 'holds', of: 'case', column: 'case_uuid', is_changed: true },
  { table: 'case_versions', of: 'case', column: 'case_uuid' },
  { table: 'cases', of: 'case', column: 'uuid' },
];

/** Rows by their tables, in the order of the parts. */
export const countsOf = (rows: { table: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(
    PARTS.map(({ table }) => [table, sum(rows.filter((row) => row.table === table))] as const).filter(
      ([, count]) => count > 0,
    ),
  );

const sum = (rows: { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);
