/** Raised whenever the bytes made from the same picture change, so that names change with them. */
export const recipeVersion = 2;
