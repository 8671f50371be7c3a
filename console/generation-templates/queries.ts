import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

export const templatePages = () => pagesOf(['templates'], (given) => pharos.generationTemplates.list(given));

/** Deleted templates, which can be restored. */
export const deletedTemplates = () =>
  pagesOf(['templates', 'deleted'], (given) => pharos.generationTemplates.list({ ...given, deleted: true }));

/** One template, with the ETag that a change names. */
export const templateQuery = (generation_template_uuid: string) =>
  queryOptions({
    queryKey: ['template', generation_template_uuid],
    queryFn: ({ signal }) => pharos.generationTemplates.get({ generation_template_uuid, signal }),
  });
