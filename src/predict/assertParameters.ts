import { fail } from '../internal/fail.js'

/** A model of a name with its parameters, each finite and above 0. */
export function assertParameters(model: unknown, name: string, parameters: readonly string[], path: string): void {
  if (typeof model !== 'object' || model === null) fail('INVALID_MODEL', path, `must be a model ${name}`, model)
  const given = model as { readonly name?: unknown; readonly parameters?: unknown }
  if (given.name !== name) fail('INVALID_MODEL', `${path}.name`, `must be ${name}`, given.name)
  const values = given.parameters
  if (typeof values !== 'object' || values === null) {
    fail('INVALID_MODEL', `${path}.parameters`, `must hold ${parameters.join(', ')}`, values)
  }
  for (const parameter of parameters) {
    const value: unknown = Reflect.get(values, parameter)
    if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
      fail('INVALID_MODEL', `${path}.parameters.${parameter}`, 'must be finite and above 0', value)
    }
  }
}
