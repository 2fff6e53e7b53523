/* Words and components that are put together in the browser. */

/** @import { Component, Tree } from "../contract" */

/* A text with its gaps filled. */
/** @type {(text: string, values: Record<string, string | number>) => string} */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/* A component as Python would write it. */
/** @type {(type: string, props: object, ...children: Tree[]) => Component} */
export const el = (type, props, ...children) => ({ type, props: { ...props, children } });
