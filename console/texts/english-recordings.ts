const decimal = new Intl.NumberFormat('en');

/** The texts of what can be heard. */
export const englishPlayer = {
  name: 'Recording',
  play: 'Play',
  pause: 'Pause',
  position: 'Place in the recording',
  at: (at: string, of: string) => `${at} of ${of}`,
  speed: 'Speed',
  times: (rate: number) => `${decimal.format(rate)}×`,
  skip_silence: 'Skip silence',
  missing: 'This call has no recording.',
  unreachable: 'The recording could not be reached.',
  failed: 'The recording cannot be played at the moment. The words are all here.',
  again: 'Try again with the recording',
  beyond: (end: string) => `The recording ends at ${end}; this was said after it.`,
  kind: 'This browser cannot play this kind of recording. The words are all here.',
  save: 'Save the recording',
  drawing: 'The waveform is being drawn.',
  no_waveform: 'This recording has no waveform; it can be heard all the same.',
  back: 'Back to the spoken word',
  hear_clips: (n: number) => `hear ${n === 1 ? '1 clip' : `${n} clips`}`,
  clip_of: (at: number, n: number) => `clip ${at} of ${n}`,
};

/** The texts of recordings that are being sent. */
export const englishRecordings = {
  add: 'Add the recording',
  add_transcript: 'Add a transcript',
  on_their_way: 'Recordings on their way',
  progress: (file: string) => `Sending ${file}`,
  pause: 'Pause',
  go_on: 'Go on',
  paused: 'Paused.',
  lost: 'The connection is gone. It goes on from here when it is back.',
  busy: 'The server cannot take it at the moment. What has arrived is kept, and it is tried again.',
  too_large: 'A recording may have 4 GB at most.',
  cancel: (file: string) => `Do not send ${file}`,
  unfinished: 'Not all of it has arrived. Choose the same file again, and it goes on where it was.',
  done: 'It has arrived.',
  with_words: (file: string) => `with its transcript ${file}, as one call`,
  done_with_words: 'It has arrived, with its transcript.',
  words_refused: (file: string) => `The transcript ${file} cannot be taken:`,
  words_alone: 'Its transcript is a call of the case all the same.',
  left_out: (file: string, kept: string) => `${file} was left out, as ${kept} is the transcript of that call.`,
  here: 'This recording is here already.',
  open_call: 'Open the call',
  refused: 'This file cannot be taken.',
  forget: (file: string) => `Take ${file} off this list`,
};

/** The texts of the transcript as a file. */
export const englishExports = {
  open: 'Export',
  title: 'The transcript as a file',
  format: 'Format',
  preview: 'Preview',
  printed: 'It has these words, laid out on pages:',
  save: (name: string) => `Save as ${name}`,
  names: {
    pdf: 'PDF',
    docx: 'Word',
    txt: 'Plain text',
    md: 'Markdown',
    vtt: 'WebVTT subtitles',
    srt: 'SRT subtitles',
    csv: 'Table',
    json: 'JSON',
  },
};
