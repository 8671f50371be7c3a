import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../shell/pages.tsx';
import { pharos } from '../shell/pharos.ts';

/** Also the deleted ones, which can be brought back. */
export const templatePages = () =>
  pagesOf(['templates'], (given) => pharos.generationTemplates.list({ ...given, include_deleted: true }));

/** One template, with the ETag that a change names. */
export const templateQuery = (generation_template_uuid: string) =>
  queryOptions({
    queryKey: ['template', generation_template_uuid],
    queryFn: ({ signal }) => pharos.generationTemplates.get({ generation_template_uuid, signal }),
  });
