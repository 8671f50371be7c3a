import { PLACEMENTS, type Placement } from '../../server/platform/database/placements.ts';
import { as, columnParts, findAll, listOf, type Node } from './tree.ts';

/** A table that a query reads or changes, by the name that its columns go by there. */
export type Table = { name: string; alias: string; placement: Placement };

const KEY = 'organization_uuid';
const SELECTS = ['SelectStmt', 'SubLink', 'RangeSubselect', 'CommonTableExpr'];

/** The tables of a FROM clause or a target, without those that WITH makes, and without what subqueries read. */
export const tablesOf = (from: unknown, made: ReadonlySet<string>): Table[] =>
  findAll(from, ['RangeVar'], (kind) => !SELECTS.includes(kind)).flatMap((node) => tableOf(as('RangeVar', node), made));

export const tableOf = (node: Node | null, made: ReadonlySet<string> = new Set()): Table[] => {
  if (!node || (!node.schemaname && made.has(node.relname as string))) return [];
  const name = node.relname as string;
  const alias = String((node.alias as Node | undefined)?.aliasname ?? name);
  // The queue's own schema stays on the coordinator whole.
  const placement = node.schemaname && node.schemaname !== 'public' ? 'local' : PLACEMENTS[name];
  return placement ? [{ name, alias, placement }] : [];
};

/**
 * The distributed tables of one query that no condition of it binds to an organization: by equality to a value, or to a
 * table of the same query that is bound. A condition of another query, above or below, does not count: Citus finds the
 * shard of each by what stands beside it.
 */
export const unbound = (tables: Table[], conditions: unknown[]): string[] => {
  const distributed = tables.filter(({ placement }) => placement === 'distributed');
  const equalities = conditions.flatMap(conjuncts).flatMap((condition) => {
    const equality = as('A_Expr', condition);
    return equality?.kind === 'AEXPR_OP' && operatorIs('=', equality) ? [[equality.lexpr, equality.rexpr]] : [];
  });
  const keyed = (side: unknown): string | null => {
    const parts = columnParts(side);
    if (parts?.at(-1) !== KEY) return null;
    if (parts.length > 1) return parts.at(-2) as string;
    return distributed.length === 1 ? (distributed[0] as Table).alias : null;
  };
  const bound = new Set<string>();
  for (let before = -1; before < bound.size; ) {
    before = bound.size;
    for (const [one, other] of [...equalities, ...equalities.map(([left, right]) => [right, left])]) {
      const alias = keyed(one);
      const other_alias = keyed(other);
      if (alias && (isValue(other) || (other_alias && bound.has(other_alias)))) bound.add(alias);
    }
  }
  return distributed.filter(({ alias }) => !bound.has(alias)).map(({ alias }) => alias);
};

const operatorIs = (operator: string, { name }: Node): boolean =>
  listOf(name).length === 1 && as('String', listOf(name)[0])?.sval === operator;

/** A parameter or a constant, cast or not. */
const isValue = (node: unknown): boolean => {
  const cast = as('TypeCast', node);
  return cast ? isValue(cast.arg) : Boolean(as('ParamRef', node) ?? as('A_Const', node));
};

/** The conditions that all have to hold. */
const conjuncts = (condition: unknown): unknown[] => {
  const all = as('BoolExpr', condition);
  if (all?.boolop === 'AND_EXPR') return listOf(all.args).flatMap(conjuncts);
  return condition ? [condition] : [];
};
