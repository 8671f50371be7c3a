// biome-ignore-all lint/suspicious/noControlCharactersInRegex: files do begin with them.

/** A kind of file that recordings come in. */
export type FileFormat = 'wav' | 'mp3' | 'm4a' | 'aac' | 'ogg' | 'flac' | 'webm';

export const CONTENT_TYPES: Record<FileFormat, string> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  webm: 'audio/webm',
};

/** The beginnings of files, in Latin-1, behind their ID3 tags; the first that fits names the format. */
export const BEGINNINGS: [RegExp, FileFormat][] = [
  [/^(RIFF|RF64|BW64).{4}WAVE/s, 'wav'],
  [/^fLaC/, 'flac'],
  [/^OggS/, 'ogg'],
  // A frame of MPEG layer III, and one of ADTS: their sync word, and no bit rate or sampling rate that cannot be.
  [/^\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]/, 'mp3'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'aac'],
  [/^.{4}ftyp(?!heic|heix|mif1|msf1|avif|avis|crx )/s, 'm4a'],
  // QuickTime of old had no name in front.
  [/^\x00.{3}(moov|mdat|wide|skip|free|pnot)/s, 'm4a'],
  [/^\x1a\x45\xdf\xa3.{0,60}\x42\x82.{1,8}?webm/s, 'webm'],
];

/** Sound that is not taken, so that the refusal can name it. */
export const OTHER_AUDIO: [RegExp, string][] = [
  [/^#!AMR-WB/, 'AMR-WB'],
  [/^#!AMR/, 'AMR'],
  [/^RIFX.{4}WAVE/s, 'Big-endian WAV'],
  [/^riff\x2e\x91\xcf\x11/, 'Wave64'],
  [/^#!SILK|^\x02#!SILK/, 'SILK'],
  [/^MAC /, "Monkey's Audio"],
  [/^wvpk/, 'WavPack'],
  [/^Creative Voice File/, 'Creative VOC'],
  [/^NIST_1A/, 'NIST SPHERE'],
  [/^\x0b\x77/, 'Dolby Digital'],
  [/^\x56[\xe0-\xff]/, 'LATM'],
  [/^FORM.{4}AIF[FC]/s, 'AIFF'],
  [/^\.snd/, 'AU'],
  [/^caff/, 'CAF'],
  [/^MThd/, 'MIDI'],
  [/^\x30\x26\xb2\x75\x8e\x66\xcf\x11/, 'Windows Media'],
  [/^\x1a\x45\xdf\xa3/, 'Matroska'],
  [/^\xff[\xe4-\xe7\xf4-\xf7\xfc-\xff][\x10-\xef]/, 'MPEG layer I or II'],
];

/** Other kinds of files that people send by mistake. */
export const OTHER_FILES: [RegExp, string][] = [
  [/^%PDF-/, 'a PDF document'],
  [/^PK\x03\x04/, 'a ZIP archive or an Office document'],
  [/^\xd0\xcf\x11\xe0/, 'an older Office document'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF.{4}WEBP|^.{4}ftyp(heic|heix|mif1|msf1|avif|avis|crx )/s, 'a picture'],
  [/^RIFF.{4}AVI |^\x00\x00\x01\xba|^FLV\x01/s, 'a video'],
  [/^\x1f\x8b|^7z\xbc\xaf|^Rar!|^BZh|^\x28\xb5\x2f\xfd/, 'a compressed archive'],
  [/^(\xef\xbb\xbf)?\s*(<!doctype html|<html)/i, 'a web page'],
  [/^(\xef\xbb\xbf)?\s*[{[]\s*["{[\]}]/, 'JSON'],
  [/^(\xef\xbb\xbf)?WEBVTT|^(\xef\xbb\xbf)?\d+\r?\n\d\d:\d\d:\d\d,\d{3} -->/, 'a subtitle file'],
  [/^(\x7fELF|MZ)/, 'a program'],
  [/^--[\x21-\x7e]{1,70}\r\nContent-Disposition:/i, 'a form with a file in it (multipart/form-data)'],
];
