/** Joins class names. What a caller adds must say `!` where it overrules a component's own class. Used by every component. */
export { clsx as cn } from "clsx";
