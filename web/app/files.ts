/** Which addresses may be one of the build's files: those whose last part has an ending. No page's has, so no page waits to hear that it is none. */
export const mayBeFile = (path: string): boolean => /\.\w+$/.test(path);
