import type { Peaks } from '@pharos/contract/recordings.ts';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { isDoubtful } from '../../transcript/turns.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { colourOf } from '../voices/voice-mark.tsx';
import { barsOf, laneOf, lanesOf, loudnessOf, pathOf, placesOf } from './bars.ts';
import styles from './waveform.module.css';

/** Pixels: the width of a bar with its gap, and the height of them all. */
const STEP = 4;
const HEIGHT = 48;
/** Milliseconds that an arrow key goes. */
const ARROW = 5000;

type Props = { peaks: Peaks | null; duration_ms: number };

/** Waveform in the speakers' colors, with the played part emphasized. It seeks, too. */
export const Waveform = ({ peaks, duration_ms }: Props) => {
  const workspace = useWorkspace();
  const { voice_of, voices, draft } = useReading();
  const box = useRef<HTMLDivElement>(null);
  const bars = useBars(box);
  const clip = useId();
  const loudness = useMemo(() => (peaks ? loudnessOf(peaks, bars) : []), [peaks, bars]);
  const places = useMemo(
    () => placesOf(draft.words, voice_of, duration_ms, bars),
    [draft.words, voice_of, duration_ms, bars],
  );
  const width = bars * STEP;
  const heard = useRef<SVGRectElement>(null);
  const line = useRef<SVGLineElement>(null);
  useLayoutEffect(() => {
    const draw = () => {
      const share = duration_ms > 0 ? Math.min(Math.max(workspace.playhead.get().at_ms, 0) / duration_ms, 1) : 0;
      const x = (share * width).toFixed(1);
      heard.current?.setAttribute('width', x);
      line.current?.setAttribute('x1', x);
      line.current?.setAttribute('x2', x);
    };
    draw();
    return workspace.playhead.subscribe(draw);
  }, [workspace, duration_ms, width]);
  const lanes = lanesOf(voices.length);
  const lane_height = HEIGHT / lanes;
  const doubts = useMemo(
    () => barsOf(draft.words.filter(isDoubtful), duration_ms, bars),
    [draft.words, duration_ms, bars],
  );
  const silent = useMemo(
    () => (voices.length === 0 ? pathOf(loudness, () => true, STEP, HEIGHT) : ''),
    [loudness, voices.length],
  );
  const said = useMemo(
    () =>
      voices.map(({ id, place, name }, index) => ({
        ...{ id, place, name },
        d: pathOf(loudness, (bar) => places[bar] === place, STEP, lane_height, laneOf(index) * lane_height),
      })),
    [voices, loudness, places, lane_height],
  );
  const drawn = (
    <>
      <path className={styles.nobody} d={silent} />
      {said.map(({ id, place, d }) => (
        <path key={id} className={colourOf(place)} d={d} />
      ))}
    </>
  );
  return (
    <div className={`wave ${styles.waveform}`} ref={box}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <clipPath id={clip}>
          <rect ref={heard} height={HEIGHT} width="0" />
        </clipPath>
        {peaks ? (
          <>
            {Array.from({ length: lanes }, (_, lane) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lane has no name but its place
              <path key={lane} className={styles.hairline} d={`M0 ${(lane + 0.5) * lane_height}H${width}`} />
            ))}
            {said.map(({ id, name, d }) => name === null && <path key={id} className={styles.unnamed} d={d} />)}
            <g className={styles.to_come}>{drawn}</g>
            <g clipPath={`url(#${clip})`}>{drawn}</g>
            <path className={styles.doubt} d={[...doubts].map((bar) => `M${(bar + 0.5) * STEP} 0v3`).join('')} />
          </>
        ) : (
          <>
            <path className={styles.ahead} d={`M0 ${HEIGHT / 2}H${width}`} />
            <path className="voice-0" clipPath={`url(#${clip})`} d={`M0 ${HEIGHT / 2}H${width}`} />
          </>
        )}
        <line ref={line} className={styles.at} y1="0" y2={HEIGHT} />
      </svg>
      <Position duration_ms={duration_ms} />
    </div>
  );
};

/** Number of bars that fit. */
const useBars = (box: RefObject<HTMLElement | null>): number => {
  const [bars, setBars] = useState(120);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      setBars(Math.max(24, Math.floor((entry?.contentRect.width ?? 0) / STEP)));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return bars;
};

/** Slider over the waveform: for the mouse, for keys, and for screen readers. */
const Position = ({ duration_ms }: { duration_ms: number }) => {
  const { calls } = useTexts();
  const { playhead, sound } = useWorkspace();
  const slider = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const tell = () => {
      const at_ms = Math.min(Math.max(playhead.get().at_ms, 0), duration_ms);
      if (!slider.current) return;
      slider.current.value = String(at_ms);
      const said = calls.player.at(clock(at_ms), clock(duration_ms));
      if (slider.current.getAttribute('aria-valuetext') !== said) slider.current.setAttribute('aria-valuetext', said);
    };
    tell();
    return playhead.subscribe(tell);
  }, [playhead, duration_ms, calls]);
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -ARROW, ArrowDown: -ARROW, ArrowRight: ARROW, ArrowUp: ARROW }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    sound.skip(step);
  };
  return (
    <input
      ref={slider}
      type="range"
      min={0}
      max={Math.round(duration_ms)}
      step={10}
      defaultValue={0}
      aria-label={calls.player.position}
      onInput={(event) => sound.seek(event.currentTarget.valueAsNumber)}
      onKeyDown={press}
    />
  );
};
