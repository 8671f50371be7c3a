import type { Catalog, Volatility } from './catalog.ts';
import { as, columnParts, findAll, isNode, listOf, type Node, nameIn } from './tree.ts';

// The parser's own names of types, and those that the catalogs show.
const TYPES: Record<string, string> = {
  bool: 'boolean',
  float4: 'real',
  float8: 'double precision',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
  varchar: 'character varying',
};
const MOMENTS = ['timestamp with time zone', 'timestamp without time zone', 'date', 'time with time zone', 'interval'];
const OPERATORS: Record<string, string> = { AEXPR_LIKE: '~~', AEXPR_ILIKE: '~~*', BETWEEN: '>=', 'NOT BETWEEN': '>=' };
const LAZY = ['CoalesceExpr', 'CaseExpr'];

/**
 * Parts that Citus would not evaluate in an expression of an INSERT, UPDATE or DELETE of `table`: volatile functions, stable
 * ones that take a column, any that are not immutable inside COALESCE or CASE. With `immutable`, as in RETURNING and
 * ON CONFLICT, all that are not immutable.
 */
export const mutableParts = (expression: unknown, table: string, catalog: Catalog, immutable = false): string[] => {
  const columns = catalog.columns.get(table);
  const problems: string[] = [];

  const typeOf = (node: unknown): string | null => {
    const cast = as('TypeCast', node);
    if (cast) return typeNamed(cast.typeName as Node);
    const column = columnParts(node)?.at(-1);
    if (column) return columns?.get(column) ?? null;
    const call = as('FuncCall', node);
    if (call) return catalog.functions.get(nameIn(call.funcname))?.returns ?? null;
    if (as('SQLValueFunction', node)) return 'timestamp with time zone';
    if (as('A_Const', node)?.ival) return 'integer';
    const operation = as('A_Expr', node);
    if (operation) return operatorOf(operation)?.returns ?? null;
    const several = as('MinMaxExpr', node) ?? as('CoalesceExpr', node);
    return several ? (listOf(several.args).map(typeOf).find(Boolean) ?? null) : null;
  };

  const operatorOf = ({ kind, name, lexpr, rexpr }: Node) => {
    const operator = OPERATORS[kind as string] ?? OPERATORS[nameIn(name)] ?? nameIn(name);
    const items = Array.isArray(rexpr) ? rexpr : listOf(as('List', rexpr)?.items);
    const [left, right] = [typeOf(lexpr), (items[0] ? typeOf(items[0]) : typeOf(rexpr))?.replace(/\[\]$/, '') ?? null];
    // PostgreSQL takes an operand without a type for one of the other's.
    return catalog.operators.get(`${left ?? right} ${operator} ${right ?? left}`);
  };

  const castOf = ({ arg, typeName }: Node): Volatility => {
    const [source, target] = [typeOf(arg), typeNamed(typeName as Node)];
    if (source === null || source === target) return 'i';
    return (
      catalog.casts.get(`${source} ${target}`) ?? ([source, target].some((type) => MOMENTS.includes(type)) ? 's' : 'i')
    );
  };

  /** Volatility of a node itself, and a name for it. */
  const volatilityOf = (kind: string, node: Node): { volatility: Volatility; name: string } => {
    if (kind === 'FuncCall') {
      const name = nameIn(node.funcname);
      return { volatility: catalog.functions.get(name)?.volatility ?? 'v', name: `${name}()` };
    }
    if (kind === 'SQLValueFunction')
      return { volatility: 's', name: String(node.op).replace('SVFOP_', '').toLowerCase() };
    if (kind === 'TypeCast') return { volatility: castOf(node), name: `a cast to ${typeNamed(node.typeName as Node)}` };
    if (kind === 'A_Expr')
      return { volatility: operatorOf(node)?.volatility ?? 'i', name: `the operator ${nameIn(node.name)}` };
    return { volatility: 'i', name: kind };
  };

  const visit = (value: unknown, lazy: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, lazy);
    if (!isNode(value)) return;
    for (const [kind, below] of Object.entries(value)) {
      if (isNode(below)) {
        const { volatility, name } = volatilityOf(kind, below);
        if (volatility === 'v') problems.push(`${name} is volatile: pass the value in, or take a stable one`);
        else if (volatility === 's' && immutable) problems.push(`${name} is not immutable: select it afterwards`);
        else if (volatility === 's' && lazy) problems.push(`${name} stands inside COALESCE or CASE: pass the value in`);
        else if (volatility === 's' && findAll(below, ['ColumnRef']).length > 0)
          problems.push(`${name} is stable and takes a column: pass the value in`);
      }
      visit(below, lazy || LAZY.includes(kind));
    }
  };
  visit(expression, false);
  return problems;
};

const typeNamed = ({ names, arrayBounds }: Node): string => {
  const name = nameIn(names);
  return (TYPES[name] ?? name) + (arrayBounds ? '[]' : '');
};
