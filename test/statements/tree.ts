/** A node of the tree that PostgreSQL's parser makes: its kind is its one key, or it stands bare where only one kind can. */
export type Node = Record<string, unknown>;

/** The fields of a node of a kind, or null where it is of another. */
export const as = (kind: string, node: unknown): Node | null =>
  isNode(node) && isNode(node[kind]) ? (node[kind] as Node) : null;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);

/** The name in a list of `String` nodes, such as `pg_catalog.now`, without its schema. */
export const nameIn = (list: unknown): string => String(as('String', listOf(list).at(-1))?.sval ?? '');

/** The parts of a column's name: `['calls', 'uuid']` or `['uuid']`. */
export const columnParts = (node: unknown): string[] | null => {
  const reference = as('ColumnRef', node);
  return reference && listOf(reference.fields).map((field) => String(as('String', field)?.sval ?? '*'));
};

/** Every node below one, itself among them, that is of one of these kinds. `into` says whether to look below a kind. */
export const findAll = (root: unknown, kinds: string[], into: (kind: string) => boolean = () => true): Node[] => {
  const found: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    for (const [key, below] of Object.entries(value)) {
      if (kinds.includes(key)) found.push(value);
      if (into(key)) visit(below);
    }
  };
  visit(root);
  return found;
};
