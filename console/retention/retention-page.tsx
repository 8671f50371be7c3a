import { Section } from '../ui/section.tsx';
import { Certificates } from './certificates.tsx';
import { DueList } from './due-list.tsx';
import { HoldList } from './hold-list.tsx';

/** Page of retention: what is due, holds, and certificates. */
export const RetentionPage = () => (
  <Section name="retention">
    <DueList />
    <HoldList />
    <Certificates />
  </Section>
);
