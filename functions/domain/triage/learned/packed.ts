import type { Numbers, PhraseTable } from '../phrases.ts';
import type { SignalLabel } from '../signals/signal.ts';
import type { Limits } from './limits.ts';
import { type Model, rowsFrom } from './model.ts';

// The file that `npm run triage:train` writes and every function that reads messages loads: lists of numbers, packed and in base64, so that it is
// small and ready at once.

/** `bytes`: of each number. */
type PackedNumbers = { readonly bytes: number; readonly base64: string };

export type Packed = {
  /** By the ids of phrases: `name|what the words speak for|policy section`. */
  readonly signals: readonly string[];
  readonly limits: Limits;
  readonly model: {
    readonly ids: PackedNumbers;
    readonly rarity: PackedNumbers;
    readonly scales: PackedNumbers;
    readonly weights: PackedNumbers;
  };
  readonly phrases: { readonly vocabulary: string } & Readonly<Record<Exclude<keyof PhraseTable, 'vocabulary'>, PackedNumbers>>;
};

export function pack(limits: Limits, model: Model, phrases: PhraseTable, signals: readonly SignalLabel[]): Packed {
  const { vocabulary, items, fits, phrases: rows, sequence, anchors, anchored } = phrases;
  return {
    limits,
    signals: signals.map(({ name, about, policy }) => `${name}|${about}|${policy}`),
    model: { ids: packed(model.ids), rarity: packed(model.rarity), scales: packed(model.scales), weights: packed(model.weights) },
    phrases: {
      vocabulary: vocabulary.join(' '),
      items: packed(items),
      fits: packed(fits),
      phrases: packed(rows),
      sequence: packed(sequence),
      anchors: packed(anchors),
      anchored: packed(anchored),
    },
  };
}

export function unpackModel({ ids, rarity, scales, weights }: Packed['model']): Model {
  return {
    ...rowsFrom(new Uint32Array(bytesOf(ids)), new Uint8Array(bytesOf(rarity))),
    scales: new Float32Array(bytesOf(scales)),
    weights: new Int8Array(bytesOf(weights)),
  };
}

export function unpackPhrases({ vocabulary, items, fits, phrases, sequence, anchors, anchored }: Packed['phrases']): PhraseTable {
  return {
    vocabulary: vocabulary.split(' '),
    items: numbersIn(items),
    fits: numbersIn(fits),
    phrases: numbersIn(phrases),
    sequence: numbersIn(sequence),
    anchors: numbersIn(anchors),
    anchored: numbersIn(anchored),
  };
}

function packed(array: Numbers | Uint8Array | Int8Array | Float32Array): PackedNumbers {
  const base64 = Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
  return { bytes: array.BYTES_PER_ELEMENT, base64 };
}

function numbersIn(numbers: PackedNumbers): Numbers {
  return numbers.bytes === 2 ? new Uint16Array(bytesOf(numbers)) : new Uint32Array(bytesOf(numbers));
}

/** A copy with a beginning of its own: what Buffer hands out may lie anywhere. */
function bytesOf({ base64 }: PackedNumbers): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}

export function unpackSignals(signals: readonly string[]): readonly SignalLabel[] {
  return signals.map((signal) => {
    const [name = '', about = '', policy = ''] = signal.split('|');
    return { name, about, policy };
  });
}
