import { createRef } from 'react'

/** Where menus open: inside the page's main landmark, so that nothing a screen reader can reach lies outside of all. */
export const popupsHome = createRef<HTMLDivElement>()
