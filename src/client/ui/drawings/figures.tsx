import type { ReactNode } from 'react';
import { clay, indigo, indigoMid, paper, saffron, skin, stone } from './ink.ts';

/** Eyes and a mouth, centred on a head. */
export function Face({ x, y, wide = 4 }: { readonly x: number; readonly y: number; readonly wide?: number }) {
  return <path d={`M${x - wide} ${y}h.1M${x + wide} ${y}h.1M${x - 3} ${y + 5}q3 2.200 6 0`} />;
}

export const swaddled = (
  <>
    <path d="M14 50c0-15 9-25 22-25s22 10 22 25c0 11-9 16-22 16s-22-5-22-16Z" fill={skin} />
    <circle cx="36" cy="26" r="13" fill={paper} />
    <path d="M36 13q-4-5 1-8" />
    <Face x={36} y={26} />
    <path d="M17 46q19 13 38 0M21 57q15 8 30 0" stroke={clay} />
    <path d="M36 47.500 39 51l-3 3.500-3-3.500Z" fill={saffron} stroke={saffron} />
  </>
);

export const woman = (
  <>
    <path d="M10 66c0-18 9-26 26-26s26 8 26 26" fill={indigoMid} />
    <path d="M27 42q9 11 18 0l-3 24H30Z" fill={paper} />
    <circle cx="36" cy="25" r="13" fill={skin} />
    <path d="M22.500 24c0-12 7-17 13.500-17s13.500 5 13.500 17c-5-7-22-7-27 0Z" fill={indigo} />
    <path d="M23.500 16q12.500-8 25 0" stroke={saffron} />
    <Face x={36} y={26} />
    <path d="M14 58h14M44 58h14" stroke={saffron} />
  </>
);

export const man = (
  <>
    <path d="M9 66c0-18 10-26 27-26s27 8 27 26" fill={indigo} />
    <path d="M30 40l6 8 6-8" fill={paper} />
    <path d="M36 48v18M36 54h5M36 60h5" stroke={saffron} />
    <circle cx="36" cy="25" r="13" fill={skin} />
    <path d="M23 23c0-10 5-15 13-15s13 5 13 15c-3-5-6-6-9-6-6 0-12 0-17 6Z" fill={indigo} />
    <Face x={36} y={26} />
  </>
);

export const oldHead = (
  <>
    <path d="M10 66c0-17 8-25 22-25s22 8 22 25Z" fill={stone} />
    <circle cx="32" cy="26" r="13" fill={skin} />
    <path d="M19 24q0-15 13-15t13 15q-6-7-13-7t-13 7Z" fill={paper} />
    <path d="M25 27q2-2 4 0M35 27q2-2 4 0M29 34q3 2 6 0M23 31l-2 1M41 31l2 1" />
    <path d="M60 66V44q0-5-5-5" stroke={clay} strokeWidth="3.400" />
  </>
);

const smallChild = (
  <>
    <path d="M17 66c0-14 7-20 19-20s19 6 19 20" fill={saffron} />
    <circle cx="36" cy="30" r="15" fill={skin} />
  </>
);

export const boy = (
  <>
    {smallChild}
    <path d="M21 28c0-11 6-16 15-16s15 5 15 16c-4-6-8-7-12-7-7 0-12 1-18 7Z" fill={indigo} />
    <Face x={36} y={31} wide={5} />
    <path d="M24 58h24" stroke={indigo} />
  </>
);

export const girl = (
  <>
    <path d="M17 66c0-14 7-20 19-20s19 6 19 20" fill={clay} />
    <path d="M22 30q-9 6-7 18M50 30q9 6 7 18" strokeWidth="6" />
    <path d="M13 45h5M54 45h5" stroke={saffron} strokeWidth="4" />
    <circle cx="36" cy="30" r="15" fill={skin} />
    <path d="M21 29c0-12 6-17 15-17s15 5 15 17q-5-9-15-10-10 1-15 10Z" fill={indigo} />
    <Face x={36} y={32} wide={5} />
    <path d="M24 58h24" stroke={saffron} />
  </>
);

/** Somebody who is meant but not the answer: an outline of dashes. */
export const ghost = (
  <g strokeDasharray="5 5" opacity=".6">
    <path d="M10 66c0-18 9-26 26-26s26 8 26 26" />
    <circle cx="36" cy="25" r="13" />
  </g>
);

/** A figure at its place, as large as `scale` says. */
export function At({
  x,
  y,
  scale,
  children,
}: {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly children: ReactNode;
}) {
  return <g transform={`translate(${x} ${y}) scale(${scale})`}>{children}</g>;
}
