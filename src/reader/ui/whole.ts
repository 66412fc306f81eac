import { createContext, useContext } from 'react';

const Whole = createContext(true);

/** Tells what is inside whether its page is shown whole: false while it is made ready and until it has been painted. */
export const WholeProvider = Whole.Provider;

/** Whether to show all of a page; else its beginning, about a screen of it, is enough for now. */
export const useWhole = (): boolean => useContext(Whole);
