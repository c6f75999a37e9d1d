import { At, boy, ghost, girl, man, oldHead, swaddled, woman } from './figures.tsx';
import { clay, indigo, leaf, paper, saffron, skin, stone } from './ink.ts';

const anybody = (
  <>
    <path d="M10 66c0-18 9-26 26-26s26 8 26 26" fill={stone} />
    <circle cx="36" cy="25" r="14" fill={skin} />
    <path d="M31 25h.1M41 25h.1M32 31q4 3 8 0" />
  </>
);

/** Who somebody is to somebody else. The answer is drawn whole; who it is measured from is an outline of dashes. */
export const kin = {
  parents: (
    <>
      <At x={-5} y={-1} scale={0.62}>
        {woman}
      </At>
      <At x={32} y={-1} scale={0.62}>
        {man}
      </At>
      <At x={21} y={42} scale={0.42}>
        {ghost}
      </At>
    </>
  ),
  children: (
    <>
      <At x={18} y={-4} scale={0.5}>
        {ghost}
      </At>
      <At x={-6} y={27} scale={0.63}>
        {boy}
      </At>
      <At x={33} y={27} scale={0.63}>
        {girl}
      </At>
    </>
  ),
  grandchild: (
    <>
      <At x={-6} y={-4} scale={0.58}>
        {ghost}
      </At>
      <path d="M38 34V20q0-5-5-5" strokeDasharray="4 4" />
      <At x={26} y={22} scale={0.68}>
        {girl}
      </At>
    </>
  ),
  siblings: (
    <>
      <path d="M18 20V6h36v22" />
      <At x={-8} y={18} scale={0.72}>
        {boy}
      </At>
      <At x={37} y={32} scale={0.52}>
        {girl}
      </At>
    </>
  ),
  'child-in-law': (
    <>
      <At x={-6} y={14} scale={0.82}>
        {woman}
      </At>
      <circle cx="57" cy="22" r="10" stroke={saffron} strokeWidth="5" />
      <path d="M52 9l5-6 5 6-5 4Z" fill={paper} />
    </>
  ),
  'niece-nephew': (
    <>
      <path d="M18 10V5h36v6M54 32v8" />
      <At x={3} y={8} scale={0.42}>
        {ghost}
      </At>
      <At x={40} y={5} scale={0.4}>
        {ghost}
      </At>
      <At x={34} y={35} scale={0.54}>
        {boy}
      </At>
    </>
  ),
  guardian: (
    <>
      <path d="M10 20q26-30 52 0Z" fill={clay} />
      <path d="M36 20v22" strokeWidth="3.4" />
      <At x={-8} y={25} scale={0.66}>
        {woman}
      </At>
      <At x={37} y={33} scale={0.5}>
        {boy}
      </At>
    </>
  ),
  'mother-and-child': (
    <>
      <At x={-6} y={2} scale={0.92}>
        {woman}
      </At>
      <At x={35} y={34} scale={0.52}>
        {swaddled}
      </At>
    </>
  ),
  'father-and-child': (
    <>
      <At x={-6} y={2} scale={0.92}>
        {man}
      </At>
      <At x={35} y={34} scale={0.52}>
        {swaddled}
      </At>
    </>
  ),
  couple: (
    <>
      <At x={-7} y={10} scale={0.68}>
        {woman}
      </At>
      <At x={30} y={10} scale={0.68}>
        {man}
      </At>
      <path d="M36 62q-9-6-6-11 4-3 6 2 2-5 6-2 3 5-6 11Z" fill={clay} />
    </>
  ),
  'man-or-woman': (
    <>
      <At x={-7} y={12} scale={0.64}>
        {man}
      </At>
      <At x={33} y={12} scale={0.64}>
        {woman}
      </At>
      <path d="M36 8v56" stroke={clay} strokeDasharray="5 5" />
    </>
  ),
  'someone-else': (
    <>
      <At x={-6} y={2} scale={0.56}>
        {ghost}
      </At>
      <At x={26} y={0} scale={0.66}>
        {anybody}
      </At>
      <path d="M10 58h44M46 50l9 8-9 8" stroke={clay} strokeWidth="4" />
    </>
  ),
  'only-one': (
    <>
      <At x={-9} y={16} scale={0.5}>
        {ghost}
      </At>
      <At x={45} y={16} scale={0.5}>
        {ghost}
      </At>
      <At x={10} y={6} scale={0.72}>
        {anybody}
      </At>
    </>
  ),
  'several-people': (
    <>
      <At x={-8} y={4} scale={0.58}>
        {woman}
      </At>
      <At x={38} y={4} scale={0.58}>
        {man}
      </At>
      <At x={12} y={20} scale={0.68}>
        {anybody}
      </At>
    </>
  ),
  neighbour: (
    <>
      <path d="M2 32 20 14l18 18" fill={saffron} />
      <path d="M7 32h26v32H7Z" fill={paper} />
      <path d="M16 64V48h8v16" />
      <path d="M42 40v24M36 46h12" stroke={leaf} />
      <At x={38} y={22} scale={0.6}>
        {anybody}
      </At>
    </>
  ),
  'village-head': (
    <>
      <At x={-8} y={16} scale={0.76}>
        {man}
      </At>
      <path d="M42 24l18-12v30L42 32Z" fill={saffron} />
      <path d="M42 24v8h-4v-8ZM64 20l5-3M65 28h5M64 36l5 3" />
    </>
  ),
  'woman-expecting': (
    <>
      <circle cx="34" cy="14" r="10" fill={skin} />
      <path d="M24 13c0-12 20-14 20 0-6-5-14-5-20 0Z" fill={indigo} />
      <path d="M28 26h12c3 6 14 10 14 22 0 8-8 10-8 18H26c0-14-4-24 2-40Z" fill={skin} />
      <path d="M44 40q6 4 4 12" stroke={clay} />
      <path d="M31 30q0 12 12 16" />
    </>
  ),
  'baby-in-basket': (
    <>
      <At x={15} y={-2} scale={0.6}>
        {swaddled}
      </At>
      <path d="M8 34h56l-6 30H14Z" fill={saffron} />
      <path d="M12 44h48M14 54h44M24 34l3 30M48 34l-3 30M36 34v30" />
    </>
  ),
  meeting: (
    <>
      <At x={18} y={-5} scale={0.5}>
        {oldHead}
      </At>
      <At x={-9} y={16} scale={0.5}>
        {woman}
      </At>
      <At x={45} y={16} scale={0.5}>
        {man}
      </At>
      <ellipse cx="36" cy="54" rx="30" ry="13" fill={saffron} />
      <path d="M28 48h14l3 10H25Z" fill={paper} />
    </>
  ),
  interpreter: (
    <>
      <path d="M3 6h28v20H17l-6 7v-7H3Z" fill={paper} />
      <path d="M41 6h28v20h-8v7l-6-7H41Z" fill={paper} />
      <path d="M9 13h16M9 19h10" stroke={clay} />
      <path d="M47 12q4 5 8 0t8 0M47 20q4 5 8 0t8 0" stroke={leaf} />
      <At x={16} y={30} scale={0.6}>
        {man}
      </At>
    </>
  ),
  'two-signers': (
    <>
      <At x={-4} y={-3} scale={0.5}>
        {woman}
      </At>
      <At x={38} y={-3} scale={0.5}>
        {man}
      </At>
      <path d="M12 36h48v32H12Z" fill={paper} />
      <path d="M18 60h14M40 60h14" />
      <path d="M19 55q3-12 6-5t6 1M41 55q3-12 6-5t6 1" stroke={clay} />
    </>
  ),
} as const;
