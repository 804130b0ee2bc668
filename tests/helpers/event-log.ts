/** Writes events, given as XML, as a binary event log: the layout is that of the libevtx project's description of EVTX. */
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';

const chunkSize = 65_536;
const chunkHeaderSize = 512;
const recordMagic = 0x00002a2a;

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parse(xml: string): Node {
  const parser = new SaxesParser();
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

/** Bytes that grow, with places that are filled in later. */
class Writer {
  readonly bytes = Buffer.alloc(chunkSize * 2);
  at: number;
  constructor(at: number) {
    this.at = at;
  }
  u8(...values: number[]): void {
    for (const value of values) this.at = this.bytes.writeUInt8(value, this.at);
  }
  u16(value: number): void {
    this.at = this.bytes.writeUInt16LE(value, this.at);
  }
  u32(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at);
  }
  raw(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
  text(text: string): void {
    this.raw(Buffer.from(text, 'utf16le'));
  }
  /** A size that is known when what it counts is written. */
  sized(write: () => void): void {
    const place = this.at;
    this.u32(0);
    write();
    this.bytes.writeUInt32LE(this.at - place - 4, place);
  }
}

interface Value {
  readonly type: number;
  readonly bytes: Buffer | ((writer: Writer) => void);
}

const buffer = (size: number, fill: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(size);
  fill(bytes);
  return bytes;
};

/** Units of 100 ns since 1601. */
const ticksOf = (stamp: string): bigint => {
  const [, seconds = '', fraction = ''] = /^([^.Z]+)(?:\.(\d+))?Z?$/.exec(stamp)!;
  return (
    BigInt(Date.parse(`${seconds}Z`)) * 10_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7)) + 116_444_736_000_000_000n
  );
};

/** A value of `System` in the type that Windows gives it. */
function systemValue(key: string, text: string): Value {
  const whole = {
    EventID: 0x06,
    Version: 0x04,
    Level: 0x04,
    Task: 0x06,
    Opcode: 0x04,
    ProcessID: 0x08,
    ThreadID: 0x08,
  }[key];
  if (whole !== undefined && /^\d+$/.test(text)) {
    const width = { 4: 1, 6: 2, 8: 4 }[whole]!;
    return { type: whole, bytes: buffer(width, (bytes) => bytes.writeUIntLE(Number(text), 0, width)) };
  }
  if (key === 'EventRecordID') return { type: 0x0a, bytes: buffer(8, (bytes) => bytes.writeBigUInt64LE(BigInt(text))) };
  if (key === 'Keywords' && /^0x[\da-f]+$/i.test(text))
    return { type: 0x15, bytes: buffer(8, (bytes) => bytes.writeBigUInt64LE(BigInt(text))) };
  if (key === 'SystemTime') return { type: 0x11, bytes: buffer(8, (bytes) => bytes.writeBigUInt64LE(ticksOf(text))) };
  const sid = /^S-1-(\d+)((?:-\d+)*)$/.exec(text);
  if (key === 'UserID' && sid) {
    const parts = sid[2]!.split('-').slice(1).map(Number);
    return {
      type: 0x13,
      bytes: buffer(8 + 4 * parts.length, (bytes) => {
        bytes[0] = 1;
        bytes[1] = parts.length;
        bytes.writeUInt32BE(Number(sid[1]), 4);
        for (const [i, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + 4 * i);
      }),
    };
  }
  const guid = /^\{(\w{8})-(\w{4})-(\w{4})-(\w{4})-(\w{12})\}$/.exec(text);
  if (guid)
    return {
      type: 0x0f,
      bytes: buffer(16, (bytes) => {
        bytes.writeUInt32LE(Number.parseInt(guid[1]!, 16), 0);
        bytes.writeUInt16LE(Number.parseInt(guid[2]!, 16), 4);
        bytes.writeUInt16LE(Number.parseInt(guid[3]!, 16), 6);
        bytes.set(Buffer.from(guid[4]! + guid[5]!, 'hex'), 8);
      }),
    };
  return { type: 0x01, bytes: Buffer.from(text, 'utf16le') };
}

/** One chunk: the names and templates that its records use are written where they come first. */
class Chunk {
  readonly out = new Writer(chunkHeaderSize);
  readonly names = new Map<string, number>();
  readonly templates = new Map<string, number>();
  first = 0;
  last = 0;
  lastAt = 0;

  name(name: string): void {
    const known = this.names.get(name);
    this.out.u32(known ?? this.out.at + 4);
    if (known !== undefined) return;
    this.names.set(name, this.out.at);
    let hash = 0;
    for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 65_599) + name.charCodeAt(i)) >>> 0;
    this.out.u32(0);
    this.out.u16(hash & 0xffff);
    this.out.u16(name.length);
    this.out.text(`${name}\0`);
  }

  /** An element whose values are slots: they are added to `values`. */
  element(node: Node, values: Value[], isSystem: boolean, array?: Value): void {
    const { out } = this;
    const attributes = Object.entries(node.attributes);
    out.u8(attributes.length > 0 ? 0x41 : 0x01);
    out.u16(0xffff);
    out.sized(() => {
      this.name(node.name);
      if (attributes.length > 0)
        out.sized(() => {
          for (const [i, [key, text]] of attributes.entries()) {
            out.u8(i < attributes.length - 1 ? 0x46 : 0x06);
            this.name(key);
            // What names a value belongs to the template, as do name spaces.
            if (text !== '' && (!isSystem || key === 'xmlns')) this.constant(text);
            else this.slot(systemValue(key, text), values);
          }
        });
      if (node.children.length === 0 && node.text === '' && !array) return out.u8(0x03);
      out.u8(0x02);
      if (node.name === 'Event') {
        for (const child of node.children)
          if (child.name === 'System') this.element(child, values, true);
          else this.slot({ type: 0x21, bytes: () => this.instance(child, false) }, values);
      } else if (isClassic(node)) {
        const strings = node.children.map(({ text }) => `${text}\0`).join('');
        const [first] = node.children;
        this.element({ ...first!, text: '' }, values, false, { type: 0x81, bytes: Buffer.from(strings, 'utf16le') });
      } else if (node.children.length > 0) for (const child of node.children) this.element(child, values, isSystem);
      else if (array) this.slot(array, values);
      else this.slot(systemValue(isSystem ? node.name : '', node.text), values);
      out.u8(0x04);
    });
  }

  constant(text: string): void {
    this.out.u8(0x05, 0x01);
    this.out.u16(text.length);
    this.out.text(text);
  }

  slot(value: Value, values: Value[]): void {
    this.out.u8(0x0e);
    this.out.u16(values.length);
    this.out.u8(value.type);
    values.push(value);
  }

  instance(node: Node, isEvent: boolean): void {
    const { out } = this;
    out.u8(0x0f, 1, 1, 0, 0x0c, 1);
    const values: Value[] = [];
    const shape = shapeOf(node, isEvent);
    const known = this.templates.get(shape);
    const id = known ?? out.at + 8;
    out.u32(id);
    out.u32(id);
    if (known === undefined) {
      this.templates.set(shape, out.at);
      out.u32(0);
      out.raw(buffer(16, (bytes) => bytes.writeUInt32LE(id)));
      out.sized(() => {
        out.u8(0x0f, 1, 1, 0);
        this.element(node, values, isEvent);
        out.u8(0x00);
      });
    } else {
      // The same values, with the template written elsewhere.
      const { at } = out;
      const names = new Map(this.names);
      this.element(node, values, isEvent);
      out.at = at;
      this.names.clear();
      for (const [name, place] of names) this.names.set(name, place);
    }
    out.u32(values.length);
    const described = out.at;
    for (const { type } of values) {
      out.u16(0);
      out.u8(type, 0);
    }
    for (const [i, { bytes }] of values.entries()) {
      const from = out.at;
      if (typeof bytes === 'function') bytes(out);
      else out.raw(bytes);
      out.bytes.writeUInt16LE(out.at - from, described + 4 * i);
    }
  }

  /** False where there is no room: then nothing of it is left. */
  add(node: Node, id: number): boolean {
    const { out } = this;
    const start = out.at;
    out.u32(recordMagic);
    out.u32(0);
    out.raw(buffer(8, (bytes) => bytes.writeBigUInt64LE(BigInt(id))));
    const created = node.children
      .find(({ name }) => name === 'System')
      ?.children.find(({ name }) => name === 'TimeCreated');
    const stamp = created?.attributes.SystemTime;
    out.raw(buffer(8, (bytes) => bytes.writeBigUInt64LE(stamp === undefined ? 0n : ticksOf(stamp))));
    this.instance(node, true);
    out.u8(0x00);
    while ((out.at + 4) % 8 !== 0) out.u8(0);
    const size = out.at + 4 - start;
    out.u32(size);
    if (out.at > chunkSize) return false;
    out.bytes.writeUInt32LE(size, start + 4);
    this.first ||= id;
    this.last = id;
    this.lastAt = start;
    return true;
  }

  /** The end of what is written so far: whatever stands behind it was no record. */
  close(end: number): Buffer {
    const bytes = Buffer.from(this.out.bytes.subarray(0, chunkSize));
    bytes.fill(0, end);
    bytes.write('ElfChnk\0', 0, 'latin1');
    for (const [i, value] of [this.first, this.last, this.first, this.last].entries())
      bytes.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
    for (const [i, value] of [128, this.lastAt, end].entries()) bytes.writeUInt32LE(value, 40 + 4 * i);
    bytes.writeUInt32LE(crc32(bytes.subarray(chunkHeaderSize, end)), 52);
    bytes.writeUInt32LE(crc32(Buffer.concat([bytes.subarray(0, 120), bytes.subarray(128, chunkHeaderSize)])), 124);
    return bytes;
  }
}

/** Several `Data` without names: what programs of old log, as one value of many strings. */
const isClassic = ({ children }: Node): boolean =>
  children.length > 1 &&
  children.every(
    ({ name, attributes, children: inner }) =>
      name === 'Data' && inner.length === 0 && Object.keys(attributes).length === 0,
  );

/** Events of one shape share a template. */
const shapeOf = (node: Node, isEvent: boolean): string => JSON.stringify(partsOf(node, isEvent));

const partsOf = (node: Node, isEvent: boolean): unknown => [
  node.name,
  isEvent ? Object.keys(node.attributes) : node.attributes,
  node.text !== '',
  isClassic(node),
  node.children.map((child) => partsOf(child, isEvent && child.name !== 'EventData' && child.name !== 'UserData')),
];

export interface EventLogOptions {
  /** As of a log that Windows still writes. */
  readonly isDirty?: boolean;
}

/** A log of one event, and of one whose template is made of itself. */
export const cyclicEventLog = (xml: string): Buffer =>
  withRecord(xml, (out) => {
    const template = out.at + 8;
    out.u32(1);
    out.u32(template);
    out.raw(Buffer.alloc(20));
    out.sized(() => {
      out.u8(0x0c, 1);
      out.u32(1);
      out.u32(template);
      out.u32(0);
    });
    out.u32(0);
  });

/** A log of one event, and of one whose template holds another one twice, which holds another one twice, and so on. */
export function branchingEventLog(xml: string, levels: number): Buffer {
  const instance = (out: Writer, level: number): void => {
    const template = out.at + 8;
    out.u32(level);
    out.u32(template);
    out.raw(Buffer.alloc(20));
    out.sized(() => {
      if (level === levels) return out.u8(0);
      out.u8(0x0c, 1);
      const inner = out.at + 8;
      instance(out, level + 1);
      out.u8(0x0c, 1);
      out.u32(level + 1);
      out.u32(inner);
      out.u32(0);
    });
    out.u32(0);
  };
  return withRecord(xml, (out) => instance(out, 1));
}

/** A log of one event, and of a record with an instance of a template that is written by hand. */
function withRecord(xml: string, write: (out: Writer) => void): Buffer {
  const chunk = new Chunk();
  chunk.add(parse(xml), 1);
  const { out } = chunk;
  const start = out.at;
  out.u32(recordMagic);
  out.u32(0);
  out.raw(Buffer.alloc(16));
  out.u8(0x0f, 1, 1, 0, 0x0c, 1);
  write(out);
  const size = out.at + 4 - start;
  out.u32(size);
  out.bytes.writeUInt32LE(size, start + 4);
  return Buffer.concat([eventLogHeader(1, 2), chunk.close(out.at)]);
}

/** The bytes of a log that holds these events. */
export function eventLogOf(events: readonly string[], { isDirty = false }: EventLogOptions = {}): Buffer {
  const chunks = [...eventLogChunks(events)];
  return Buffer.concat([eventLogHeader(chunks.length, events.length, isDirty), ...chunks]);
}

/** What follows the header of a log that holds these events, a chunk of 64 KiB each. */
export function* eventLogChunks(events: Iterable<string>): Generator<Buffer> {
  let chunk = new Chunk();
  let end = chunkHeaderSize;
  let id = 0;
  for (const xml of events) {
    const node = parse(xml);
    id++;
    if (!chunk.add(node, id)) {
      if (end === chunkHeaderSize) throw new Error('an event is larger than a chunk');
      yield chunk.close(end);
      chunk = new Chunk();
      chunk.add(node, id);
    }
    end = chunk.out.at;
  }
  yield chunk.close(end);
}

/** The header, of 4096 bytes. */
export function eventLogHeader(chunks: number, events: number, isDirty = false): Buffer {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 0, 'latin1');
  for (const [i, value] of [0, chunks - 1, events + 1].entries()) header.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  header.writeUInt32LE(128, 32);
  for (const [i, value] of [1, 3, 4096, chunks].entries()) header.writeUInt16LE(value, 36 + 2 * i);
  header.writeUInt32LE(isDirty ? 1 : 0, 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}
