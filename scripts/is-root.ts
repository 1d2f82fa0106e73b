/** The superuser may install packages, and Chromium will not run its sandbox for it. */
export const isRoot = process.getuid?.() === 0;
