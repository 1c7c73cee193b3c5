import { create } from 'zustand'
import type { CauseCode } from '../../../contract/cause.ts'

/** A place in the guide: its beginning, or the page of a support code. */
export type GuidePlace = 'start' | CauseCode

interface State {
  readonly open: boolean
  /** Stays as it was when the guide is closed: what is on its way out keeps its words. */
  readonly place: GuidePlace
  /** How often a page was turned since it was opened. */
  readonly turns: number
}

/** Not part of what is shown around it: the guide stays open whatever becomes of the session meanwhile. */
export const useGuidePlace = create<State>()(() => ({ open: false, place: 'start', turns: 0 }))

export function openGuide(place: GuidePlace): void {
  useGuidePlace.setState({ open: true, place, turns: 0 })
}

/** From one page to another. */
export function turnTo(place: GuidePlace): void {
  useGuidePlace.setState(({ turns }) => ({ place, turns: turns + 1 }))
}

export function closeGuide(): void {
  useGuidePlace.setState({ open: false })
}
