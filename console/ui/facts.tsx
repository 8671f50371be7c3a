import type { ReactNode } from 'react';

/** What there is to know, each under its name. */
export const Facts = ({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts-list">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt className="soft">{name}</dt>
        <dd>{value === null || value === '' ? '–' : value}</dd>
      </div>
    ))}
  </dl>
);
