import { loadModule, parseSync } from 'libpg-query';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';
import { type Table, tableOf, tablesOf, unbound } from './bound.ts';
import type { Catalog } from './catalog.ts';
import { mutableParts } from './mutable.ts';
import { as, findAll, listOf, type Node, nameIn } from './tree.ts';

await loadModule();

const CHANGES = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];
const SUBQUERIES = ['SubLink', 'RangeSubselect'];

/**
 * Problems that keep a statement from running on a cluster of Citus, where rows lie by their organization.
 * Stricter than Citus itself where a simpler rule is easier to keep: a change is a plain INSERT … VALUES, or an UPDATE
 * or DELETE of one table by conditions of its own.
 */
export const checkStatement = (text: string, catalog: Catalog): string[] => {
  const { stmts } = parseSync(text) as { stmts: { stmt: Node }[] };
  return [...new Set(stmts.flatMap(({ stmt }) => checkTree(stmt, catalog)))];
};

const checkTree = (statement: Node, catalog: Catalog): string[] => {
  const kind = Object.keys(statement)[0] as string;
  const tree = statement[kind] as Node;
  const tables = findAll(statement, ['RangeVar', 'InsertStmt', 'UpdateStmt', 'DeleteStmt']).flatMap((node) =>
    tableOf(as('RangeVar', node) ?? (Object.values(node)[0] as Node & { relation: Node }).relation),
  );
  const spread = tables.filter(({ placement }) => placement !== 'local');
  if (kind === 'LockStmt') return spread.map(({ name }) => `locks ${name} whole: take an advisory lock`);
  if (kind !== 'SelectStmt' && !CHANGES.includes(kind)) return [];
  return [
    ...unknownTables(statement).map((name) => `${name} has no place: give it one in placements.ts`),
    ...(spread.length > 0 && spread.length < tables.length
      ? ['joins a table of the coordinator with spread ones']
      : []),
    ...checkCalls(statement, spread),
    ...(spread.length === 0
      ? []
      : kind === 'SelectStmt'
        ? checkSelect(tree, new Set())
        : checkChange(kind, tree, catalog)),
  ];
};

/** Names that are neither a table's nor made by WITH. */
const unknownTables = (statement: Node): string[] => {
  const made = findAll(statement, ['CommonTableExpr']).map((node) => as('CommonTableExpr', node)?.ctename);
  const read = findAll(statement, ['RangeVar'], (kind) => kind !== 'lockingClause').map((node) => as('RangeVar', node));
  const changed = findAll(statement, CHANGES).map((node) => (Object.values(node)[0] as { relation: Node }).relation);
  return [...read, ...changed]
    .filter((table) => table && !table.schemaname && !/^pg_/.test(table.relname as string))
    .map((table) => table?.relname as string)
    .filter((name) => !(name in PLACEMENTS) && !made.includes(name));
};

/** Functions that do something apart from rows. */
const checkCalls = (statement: Node, spread: Table[]): string[] =>
  findAll(statement, ['FuncCall']).flatMap((node) => {
    const name = nameIn(as('FuncCall', node)?.funcname);
    if (name === 'set_config') return ['set_config() stays on the coordinator: use SET LOCAL'];
    const on_a_shard = /advisory/.test(name) && spread.length > 0;
    return on_a_shard ? [`${name}() would lock on a worker: call it in a statement without tables`] : [];
  });

/** A query and all within it, each with the names that WITH makes around it. */
const checkSelect = (select: Node, around: ReadonlySet<string>): string[] => {
  const ctes = listOf((select.withClause as Node | undefined)?.ctes).map((node) => as('CommonTableExpr', node) as Node);
  const made = new Set([...around, ...ctes.map(({ ctename }) => ctename as string)]);
  const changes = ctes.filter(({ ctequery }) => CHANGES.some((kind) => as(kind, ctequery)));
  const joins = findAll(select.fromClause, ['JoinExpr'], (kind) => !SUBQUERIES.includes(kind));
  const conditions = [select.whereClause, ...joins.map((node) => as('JoinExpr', node)?.quals)];
  const sides = [select.larg, select.rarg].filter(Boolean) as Node[];
  const within = findAll({ ...select, larg: null, rarg: null }, ['SelectStmt'], (kind) => kind !== 'SelectStmt');
  return [
    ...changes.map(({ ctename }) => `changes rows inside WITH (${ctename}): send a statement of its own`),
    ...unbound(tablesOf(select.fromClause, made), conditions).map(notBound),
    ...sides.flatMap((side) => checkSelect(side, made)),
    ...within.flatMap((node) => checkSelect(as('SelectStmt', node) as Node, made)),
  ];
};

const notBound = (alias: string) => `${alias} is not bound: let ${alias}.organization_uuid equal a value in this query`;

const checkChange = (kind: string, tree: Node, catalog: Catalog): string[] => {
  const [table] = tableOf(tree.relation as Node);
  if (!table) return [];
  const values = as('SelectStmt', tree.selectStmt);
  const source = kind === 'InsertStmt' ? null : (tree.fromClause ?? tree.usingClause);
  const mutable = (expression: unknown, immutable?: boolean) =>
    mutableParts(expression, table.name, catalog, immutable);
  return [
    ...(tree.withClause ? ['changes rows below a WITH: ask first, and pass the values in'] : []),
    ...(source ? ['changes rows by those of another table: ask first, and pass the values in'] : []),
    ...(values && !values.valuesLists ? ['inserts what a query answers: ask first, and insert VALUES'] : []),
    ...(findAll(tree, SUBQUERIES).length > 0 ? ['changes rows by a subquery: ask first, and pass the values in'] : []),
    ...(kind === 'InsertStmt' ? checkKey(tree, table) : unbound([table], [tree.whereClause]).map(notBound)),
    ...(kind === 'InsertStmt' ? [] : mutable([tree.targetList, tree.whereClause])),
    ...checkAssigned(tree, table),
    ...mutable([tree.returningClause, tree.onConflictClause], true),
  ];
};

const checkKey = ({ cols }: Node, { placement }: Table): string[] => {
  const named = listOf(cols).some((column) => as('ResTarget', column)?.name === 'organization_uuid');
  return named || placement !== 'distributed' ? [] : ['inserts without naming organization_uuid'];
};

const checkAssigned = ({ targetList }: Node, { placement }: Table): string[] => {
  const moves = listOf(targetList).some((target) => as('ResTarget', target)?.name === 'organization_uuid');
  return moves && placement === 'distributed' ? ['moves rows to another organization'] : [];
};
