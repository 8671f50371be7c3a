import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

/** The turn that one goes down to stays where it is on the screen, though the one above it has become lower. */
export const useScrollAnchor = (virtual: Virtualizer<Window, Element>, current: number): void => {
  const last = useRef(current);
  useLayoutEffect(() => {
    const left = last.current;
    last.current = current;
    if (left >= current) return;
    virtual.shouldAdjustScrollPositionOnItemSizeChange = ({ index }) => index === left;
    // It is measured in the frame that comes; whatever is measured later goes by the usual rule.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        virtual.shouldAdjustScrollPositionOnItemSizeChange = undefined;
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      virtual.shouldAdjustScrollPositionOnItemSizeChange = undefined;
    };
  }, [virtual, current]);
};
