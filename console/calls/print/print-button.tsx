import { useState } from 'react';
import { caseAloneQuery } from '../../api/cases.ts';
import { queries } from '../../api/query-client.ts';
import { useTexts } from '../../texts/texts.tsx';
import { fetchLetters, printPage } from '../../ui/print/printing.ts';
import { useWorkspace } from '../call-workspace.ts';
import { lettersOf } from './letters.ts';

/** Prints the whole call. A long one takes a moment, during which the button says so. */
export const PrintButton = ({ onPrint }: { onPrint(): void }) => {
  const { print } = useTexts();
  const workspace = useWorkspace();
  const [preparing, setPreparing] = useState(false);
  const start = async () => {
    if (preparing) return;
    setPreparing(true);
    const { call } = workspace.store.get();
    // The paper names the person, but does without where the case cannot be reached.
    const person = queries.ensureQueryData(caseAloneQuery(call.case_uuid)).catch(() => {});
    await Promise.all([person, fetchLetters(lettersOf(workspace.reading()))]);
    await printPage(onPrint);
    setPreparing(false);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void start()}>
        {print.print}
      </button>
      <span role="status" className="soft">
        {preparing && print.preparing}
      </span>
    </>
  );
};
