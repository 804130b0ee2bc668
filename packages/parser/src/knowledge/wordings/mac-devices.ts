/** The cameras and microphones that system_profiler lists, as JSON, as a property list or as text. */
import type { Field } from '../../model.ts';
import { closesAt, parseCutObject } from '../../reading/cut-json.ts';
import { addField, locate } from '../../reading/entry.ts';
import { readPairs } from './property-list.ts';

interface Device {
  readonly name: string;
  readonly isVirtual: boolean;
}

interface Devices {
  readonly kind: 'cameras' | 'microphones';
  readonly found: readonly Device[];
  /** The list ends: what is not in it is not there. */
  readonly isWhole: boolean;
}

/** A program that poses as a device, by its name or by its driver's. */
const virtual =
  /virtual|\bOBS\b|mmhmm|Snap Camera|ManyCam|XSplit|CamTwist|NDI|ZoomAudio|BlackHole|Soundflower|Loopback|Microsoft Teams|Krisp|VB-Cable|Aggregate|Background Music|eqMac/i;

type Json = Record<string, unknown>;
const listOf = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const cameraOf = (item: Json): Device[] => {
  const name = textIn(item._name);
  const model = textIn(item['spcamera_model-id'] ?? item.spcamera_model_id);
  return name === '' ? [] : [{ name, isVirtual: virtual.test(`${name} ${model}`) }];
};

interface Sound extends Device {
  readonly isInput: boolean;
  readonly isOutput: boolean;
}

const soundOf = (item: Json): Sound[] => {
  const name = textIn(item._name);
  const isVirtual = virtual.test(`${name} ${textIn(item.coreaudio_device_transport)}`);
  const isInput =
    Number(item.coreaudio_device_input ?? 0) > 0 || item.coreaudio_default_audio_input_device === 'spaudio_yes';
  return name === '' ? [] : [{ name, isVirtual, isInput, isOutput: Number(item.coreaudio_device_output ?? 0) > 0 }];
};

const closes = (text: string, key: string): boolean =>
  closesAt(text, Math.max(0, text.indexOf('[', text.indexOf(`"${key}"`))));

function fromJson(text: string): Devices[] {
  const json = parseCutObject(/^\s{0,8}\{/.test(text) ? text : `{${text}`) ?? {};
  return fromLists(json, (key) => closes(text, key));
}

/** One list, by its kind. */
function fromPlist(text: string): Devices[] {
  const { pairs, open } = readPairs(text);
  if (typeof pairs._dataType !== 'string' || !Array.isArray(pairs._items)) return [];
  return fromLists({ [pairs._dataType]: pairs._items }, () => !open.has('_items'));
}

function fromLists(json: Json, isWhole: (key: string) => boolean): Devices[] {
  const lists: Devices[] = [];
  if (Array.isArray(json.SPCameraDataType))
    lists.push({
      kind: 'cameras',
      found: listOf(json.SPCameraDataType).flatMap(cameraOf),
      isWhole: isWhole('SPCameraDataType'),
    });
  const sounds = listOf(json.SPAudioDataType).flatMap((group) => listOf(group._items).flatMap(soundOf));
  // A list without anything that sounds is none of a machine with sound.
  if (sounds.length > 0)
    lists.push({
      kind: 'microphones',
      found: sounds.filter(({ isInput }) => isInput),
      // One of which neither is told may be either.
      isWhole: isWhole('SPAudioDataType') && sounds.every(({ isInput, isOutput }) => isInput || isOutput),
    });
  return lists;
}

/** Blocks `Name:` at one depth, each with the lines that lie deeper. */
function blocksAt(text: string, depth: number): { readonly name: string; readonly body: string }[] {
  const blocks: { name: string; body: string }[] = [];
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/);
    if (indent > depth) {
      const last = blocks.at(-1);
      if (last) last.body += `${line}\n`;
    } else if (indent === depth && /[:：]\s{0,4}$/.test(line))
      blocks.push({ name: line.trim().slice(0, -1).trim(), body: '' });
  }
  return blocks;
}

/**
 * The lines of a camera: its model and its id, whatever they are called in the language of the system, as the source of an
 * expression.
 */
export const cameraLines = String.raw`(?: {6}(?:Model|Unique) ID: | {6}[^\n:：]{1,40}[:：][ \u00a0]{0,2}(?:UVC Camera VendorID_\d|[^\n]{1,80}\n {6}[^\n:：]{1,40}[:：][ \u00a0]{0,2}(?:0x[\da-f]{12,20}|[\dA-F]{8}-[\dA-F]{4}-[\dA-F-]{22})[ \t\r]{0,4}$))`;
const cameraBody = new RegExp(String.raw`^\s{0,8}${cameraLines}`, 'm');

/** As text, a list shows by nothing that it has ended: what is not in it may have been cut. */
function fromText(text: string): Devices[] {
  const cameras = blocksAt(text, 4).filter(({ body }) => cameraBody.test(body));
  const inputs = blocksAt(text, 8).filter(({ body }) => /^ {10}Input Channels: [1-9]/m.test(body));
  const named = (blocks: typeof cameras): Device[] =>
    blocks.map(({ name, body }) => ({ name, isVirtual: virtual.test(`${name} ${body}`) }));
  return [
    { kind: 'cameras', found: named(cameras), isWhole: false },
    { kind: 'microphones', found: named(inputs), isWhole: false },
  ];
}

/** Adds `cameras` and `microphones`, and `device` for the name of each. */
export function addDevices(text: string, fields: Map<string, Field[]>): void {
  const start = text.slice(0, 200);
  const lists = /"SP[A-Za-z\d]{1,40}DataType"/.test(start)
    ? fromJson(text)
    : /^\s{0,8}<key>_dataType</.test(start)
      ? fromPlist(text)
      : fromText(text);
  for (const { kind, found, isWhole } of lists) {
    const real = found.filter(({ isVirtual }) => !isVirtual);
    // Where only programs record, it is not known from what.
    if (real.length === 0 && (!isWhole || (kind === 'microphones' && found.length > 0))) continue;
    const place = locate(text, kind === 'cameras' ? 'Camera' : 'Audio');
    addField(fields, kind, { value: real.length, piece: 0, ...place });
    for (const { name } of real) addField(fields, 'device', { value: name, piece: 0, ...locate(text, name) });
  }
}
