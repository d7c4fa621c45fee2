import { clean } from '../internal/clean.js'
import { escapeHtml } from './escapeHtml.js'

/** Width and height of a picture. */
export interface PictureSize {
  width: number
  height: number
}

/** A picture with its words for those who do not see it. */
export function svg(name: string, { width, height }: PictureSize, label: string, content: string): string {
  const text = escapeHtml(clean(label))
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text}">${content}</svg>`
}
