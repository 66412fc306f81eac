import { createContext, useContext } from 'react';

const Opened = createContext(true);

/** Tells what is inside whether the reader has opened the page they are on: false while it is only made ready. */
export const OpenedProvider = Opened.Provider;

/** Whether the reader has opened this page, so that what happens once when a page is opened may happen. */
export const useOpened = (): boolean => useContext(Opened);
