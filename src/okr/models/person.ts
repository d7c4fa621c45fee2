/** A person. */
export interface Person {
  /** Id. */
  readonly id: string
  /** What people read. */
  readonly name?: string | undefined
  /** Team of the person. */
  readonly team?: string | undefined
}

/** A person who contributes. */
export interface Contributor extends Person {
  /** Whether the person is accountable too, as a second owner; default false. */
  readonly accountable?: boolean | undefined
}
