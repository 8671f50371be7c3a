import { CaseWrite } from '@pharos/contract/cases.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { changeCase } from '../change.ts';
import { locationExists } from '../queries.ts';
import { patchedCaseFields } from '../write.ts';
import { findCaseVersion } from './queries.ts';

const FIELDS = Object.keys(CaseWrite.properties) as (keyof CaseWrite)[];

/** Makes a case what it was, as a new version; one that is so already is answered unchanged. */
export const restoreCaseVersion = ({
  database,
  actor,
  params,
  if_match,
}: RouteRequest<Routes['cases']['restoreVersion']>) =>
  changeCase(
    database,
    actor,
    params.case_uuid,
    async (current, tx) => {
      const kept = await findCaseVersion(tx, actor.organization_uuid, params.case_uuid, params.version);
      if (!kept) throw notFound('version');
      const { location_uuid } = kept;
      if (location_uuid && !(await locationExists(tx, actor.organization_uuid, location_uuid))) {
        throw conflict(
          'version_without_location',
          'The location of that version is not there any more; take its other fields over by a PUT',
        );
      }
      return patchedCaseFields(current, Object.fromEntries(FIELDS.map((name) => [name, kept[name]])));
    },
    { if_match, note: `restored version ${params.version}` },
  );
