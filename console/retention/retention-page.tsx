import { Section } from '../ui/section.tsx';
import { Certificates } from './certificates.tsx';
import { DueList } from './due-list.tsx';
import { HoldList } from './hold-list.tsx';

/** What goes and when, what has to stay, and what is left of what went. */
export const RetentionPage = () => (
  <Section name="retention">
    <DueList />
    <HoldList />
    <Certificates />
  </Section>
);
