import * as z from 'zod'
import { checked } from './checked.js'
import { isPlain } from './isPlain.js'

/** A read-only list. */
export function list<T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> {
  return z.array(item).readonly()
}

/** Members by name, values as they are. */
export function members(): z.ZodReadonly<z.ZodRecord<z.ZodString, z.ZodUnknown>> {
  return z.record(z.string(), z.unknown()).readonly()
}

/** The columns of the source that are no field. */
export function extra(): z.ZodOptional<ReturnType<typeof members>> {
  return z.optional(members())
}

/**
 * A record: a plain object without unknown members. The shape comes from a function, so that a bundle without the
 * schema has none of its parts.
 */
export function strictRecord<S extends z.ZodRawShape>(
  shape: () => S,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodReadonly<z.ZodObject<S, z.core.$strict>>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(z.strictObject(shape()).readonly())
}

/** The same with members that may be written to, as the interface has them. */
export function strictInput<S extends z.ZodRawShape>(
  shape: () => S,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodObject<S, z.core.$strict>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(z.strictObject(shape()))
}

/** What an input of those members is, as its schema infers it. */
export type InputOf<F extends () => z.ZodRawShape> = z.output<ReturnType<typeof strictInput<ReturnType<F>>>>

/**
 * Inputs of several kinds, told apart by one member. The shapes come from functions for the same reason.
 */
export function strictUnion<K extends string, T extends readonly [Kind, ...Kind[]]>(
  member: K,
  kinds: () => T,
): z.ZodPipe<z.ZodCustom<unknown, unknown>, z.ZodDiscriminatedUnion<T, K>> {
  return checked<unknown>(isPlain, 'INVALID_INPUT', 'must be a plain object').pipe(
    z.discriminatedUnion(member, kinds()),
  )
}

/** One kind of such a union. */
type Kind = z.core.$ZodTypeDiscriminable

/** What an input of those kinds is, as its schema infers it. */
export type UnionOf<F extends () => readonly Kind[]> = z.output<ReturnType<F>[number]>

/** What a record of those members is, as its schema infers it. */
export type RecordOf<F extends () => z.ZodRawShape> = z.output<ReturnType<typeof strictRecord<ReturnType<F>>>>
