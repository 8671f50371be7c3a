import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useReaches } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Folded } from '../ui/folded.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { Explained, Needs, Section } from '../ui/section.tsx';
import { DeletedTemplate } from './deleted-template.tsx';
import { NewTemplate } from './new-template.tsx';
import { deletedTemplates, templatePages } from './queries.ts';
import { TemplateFacts } from './template-facts.tsx';
import { TemplatePanel } from './template-panel.tsx';

/** Page of generation templates: the funeral home's own, and the shared ones. */
export const TemplatesPage = () => {
  const { generation_templates } = useTexts();
  const list = useSuspenseInfiniteQuery(templatePages());
  const found = list.data.pages.flatMap(({ items }) => items);
  const may_change = useReaches('admin');
  return (
    <Section name="templates">
      {may_change ? <NewTemplate /> : <Needs level="admin" />}
      {found.length === 0 && <Empty>{generation_templates.none}</Empty>}
      <List label={generation_templates.title}>
        {found.map((template) => (
          <OneTemplate key={template.uuid} template={template} may_change={may_change} />
        ))}
      </List>
      <ShowMore of={list} />
      <Deleted may_change={may_change} />
    </Section>
  );
};

/** Deleted templates, in a list that is folded at first. */
const Deleted = ({ may_change }: { may_change: boolean }) => {
  const { generation_templates } = useTexts();
  const list = useSuspenseInfiniteQuery(deletedTemplates());
  const deleted = list.data.pages.flatMap(({ items }) => items);
  const is_operator = useReaches('operator');
  if (deleted.length === 0) return null;
  return (
    <Folded summary={generation_templates.deleted}>
      <List label={generation_templates.deleted}>
        {deleted.map((template) => (
          <DeletedTemplate
            key={template.uuid}
            template={template}
            may_restore={template.organization_uuid === null ? is_operator : may_change}
          />
        ))}
      </List>
      <ShowMore of={list} />
    </Folded>
  );
};

type Props = { template: GenerationTemplate; may_change: boolean };

const OneTemplate = ({ template, may_change }: Props) => {
  const { settings, generation_templates } = useTexts();
  const is_operator = useReaches('operator');
  const is_shared = template.organization_uuid === null;
  const may = is_shared ? is_operator : may_change;
  const name = template.display_name || template.label;
  return (
    <ListItem
      title={name}
      facts={
        <>
          <span>{generation_templates.execution_types[template.execution_type]}</span>
          <span>{generation_templates.template_types[template.template_type]}</span>
          {template.development_stage === 'testing' && <span className="chip">{generation_templates.testing}</span>}
          {is_shared && <span className="chip">{generation_templates.shared}</span>}
        </>
      }
      open_label={may ? settings.edit_one(name) : generation_templates.read_one(name)}
      open_text={may ? undefined : generation_templates.read}
    >
      {may ? (
        <TemplatePanel template={template} name={name} />
      ) : (
        <>
          {is_shared && <Explained>{generation_templates.shared_hint}</Explained>}
          <TemplateFacts template={template} />
        </>
      )}
    </ListItem>
  );
};
