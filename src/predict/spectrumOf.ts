/** Eigenvalues of a symmetric matrix, smallest first, and the inverse where there is one. */
export interface Spectrum {
  /** The eigenvalues. */
  values: number[]
  /** The diagonal of the inverse; null where an eigenvalue is 0. */
  inverseDiagonal: number[] | null
}

const sweeps = 50

/** Turns a small symmetric matrix into its eigenvalues by Jacobi's rotations. */
export function spectrumOf(matrix: readonly (readonly number[])[]): Spectrum {
  const size = matrix.length
  const left = matrix.map((row) => [...row])
  const axes = matrix.map((_, row) => matrix.map((_, column) => (row === column ? 1 : 0)))
  const get = (rows: readonly (readonly number[])[], row: number, column: number) => rows[row]?.[column] ?? 0
  const put = (rows: number[][], row: number, column: number, value: number) => {
    const cells = rows[row]
    if (cells !== undefined) cells[column] = value
  }
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    let rotated = false
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = get(left, p, q)
        if (off === 0) continue
        rotated = true
        const theta = (get(left, q, q) - get(left, p, p)) / (2 * off)
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
        const cosine = 1 / Math.hypot(tangent, 1)
        const sine = tangent * cosine
        for (let k = 0; k < size; k += 1) {
          const [kp, kq] = [get(left, k, p), get(left, k, q)]
          put(left, k, p, cosine * kp - sine * kq)
          put(left, k, q, sine * kp + cosine * kq)
        }
        for (let k = 0; k < size; k += 1) {
          const [pk, qk] = [get(left, p, k), get(left, q, k)]
          put(left, p, k, cosine * pk - sine * qk)
          put(left, q, k, sine * pk + cosine * qk)
          const [ap, aq] = [get(axes, k, p), get(axes, k, q)]
          put(axes, k, p, cosine * ap - sine * aq)
          put(axes, k, q, sine * ap + cosine * aq)
        }
        put(left, p, q, 0)
        put(left, q, p, 0)
      }
    }
    if (!rotated) break
  }
  const diagonal = left.map((row, index) => row[index] ?? 0)
  const inverseDiagonal = diagonal.includes(0)
    ? null
    : axes.map((axis) => diagonal.reduce((sum, value, index) => sum + (axis[index] ?? 0) ** 2 / value, 0))
  return { values: [...diagonal].sort((a, b) => a - b), inverseDiagonal }
}
