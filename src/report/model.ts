import type { Tone } from '../internal/toneOf.js'

/** A piece of text; what users wrote is kept apart from what surrounds it. */
export interface Piece {
  text: string
  /** Written by a user: its direction must not turn its surroundings. */
  isUser?: boolean
  /** Colour and glyph. */
  tone?: Tone
  /** Drawn after the text by the formats that have pictures; its numbers stand in the text beside it. */
  picture?: Picture
  /** Shade of the cell that it stands in, from 0 to 5, by the formats that have them. */
  shade?: number
}

/** A text of pieces. */
export type Text = readonly Piece[]

/** A column of a table. */
export interface Column {
  header: string
  /** Numbers stand to the right. */
  isNumber?: boolean
}

/** A table with its caption. */
export interface TableBlock {
  kind: 'table'
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Text[])[]
}

/** A list of texts. */
interface ListBlock {
  kind: 'list'
  items: readonly Text[]
}

/** A paragraph. */
interface ParagraphBlock {
  kind: 'paragraph'
  text: Text
}

/** A heading below that of the section. */
interface HeadingBlock {
  kind: 'heading'
  text: Text
}

/** A picture for the formats that have them; its numbers are in a table too. */
interface PictureBlock {
  kind: 'picture'
  picture: Picture
}

/** What is drawn by hand. */
export type Picture = BulletPicture | TrajectoryPicture | ControlPicture | IntervalPicture | NpsPicture

/** Progress on its track with the expected place. */
export interface BulletPicture {
  type: 'bullet'
  label: string
  progress: number | null
  expected: number
  tone: Tone
}

/** The check-ins beside target and plan. */
export interface TrajectoryPicture {
  type: 'trajectory'
  label: string
  tone: Tone
  /** Places from 0 to 1 on both axes. */
  plan: readonly PicturePoint[]
  points: readonly PicturePoint[]
  /** Where the target lies, with its words. */
  target: PictureLine
}

/** A series with its mean and its limits. */
export interface ControlPicture {
  type: 'control'
  label: string
  /** Lines from place to place, each without gaps; those of one phase each. */
  limits: readonly (readonly PicturePoint[])[]
  means: readonly (readonly PicturePoint[])[]
  points: readonly ControlPicturePoint[]
}

/** A value of a series. */
interface ControlPicturePoint extends PicturePoint {
  tone: Tone
}

/** An estimate in its interval. */
export interface IntervalPicture {
  type: 'interval'
  label: string
  tone: Tone
  /** Places from 0 to 1. */
  value: number
  lower: number
  upper: number
}

/** Shares of detractors, passives and promoters, which make 1. */
export interface NpsPicture {
  type: 'nps'
  label: string
  detractors: number
  passives: number
  promoters: number
}

/** A level across a picture, with its words. */
export interface PictureLine {
  y: number
  label: string
}

/** A place from 0 to 1 on both axes. */
export interface PicturePoint {
  x: number
  y: number
}

/** A part of a section. */
export type Block = TableBlock | ListBlock | ParagraphBlock | HeadingBlock | PictureBlock

/** A section of the report. */
export interface Section {
  /** Stable code, the anchor in HTML. */
  id: string
  title: string
  blocks: readonly Block[]
}

/** A report before its format. */
export interface Report {
  title: string
  /** The line below the title. */
  subtitle: Text
  sections: readonly Section[]
}
