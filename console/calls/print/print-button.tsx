import { useState } from 'react';
import { caseQuery } from '../../cases/queries.ts';
import { fetchLetters, printPage } from '../../shell/printing.ts';
import { queries } from '../../shell/queries.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useDesk } from '../desk.ts';
import { textOf } from '../turns.ts';

/** Prints the whole call. A long one takes a moment, during which the button says so. */
export const PrintButton = ({ onPrint }: { onPrint(): void }) => {
  const { print } = useTexts();
  const { store } = useDesk();
  const [preparing, setPreparing] = useState(false);
  const start = async () => {
    setPreparing(true);
    const { call, draft } = store.get();
    // The paper names the person, but does without where the case cannot be reached.
    const person = queries.ensureQueryData(caseQuery(call.case_uuid)).catch(() => {});
    await Promise.all([person, fetchLetters(textOf(draft.words))]);
    await printPage(onPrint);
    setPreparing(false);
  };
  return (
    <>
      <button type="button" className="button" disabled={preparing} onClick={() => void start()}>
        {print.print}
      </button>
      <span role="status" className="soft">
        {preparing && print.preparing}
      </span>
    </>
  );
};
