const nodes = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
]
const weights = [
  0.18945061045506864, 0.18260341504492364, 0.16915651939500265, 0.1495959888165767, 0.12462897125553407,
  0.0951585116824926, 0.062253523938647456, 0.027152459411754176,
]

/** Visits the 16 points of Gauss and Legendre between two bounds, each with its weight in the integral. */
export function forEachNode(from: number, to: number, visit: (x: number, weight: number) => void): void {
  const [middle, half] = [(from + to) / 2, (to - from) / 2]
  nodes.forEach((node, index) => {
    const weight = half * (weights[index] ?? 0)
    visit(middle - half * node, weight)
    visit(middle + half * node, weight)
  })
}
