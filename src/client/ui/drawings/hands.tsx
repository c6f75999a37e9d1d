import { clay, paper, skin } from './ink.ts';

const FINGERS = {
  thumb: 'M9 47 2.500 37q-2-4 2-5t6 5l4 6Z',
  index: 'M9 34V12q0-3.500 3-3.500t3 3.500v22Z',
  middle: 'M15.500 34V8q0-3.500 3-3.500t3 3.500v26Z',
  ring: 'M22 34V12q0-3.500 3-3.500t3 3.500v22Z',
  little: 'M28.500 36V19q0-3.500 2.800-3.500t2.800 3.500v17Z',
} as const;
type Finger = keyof typeof FINGERS;

/** The back of a right hand, as its owner sees it, thumb to the left. */
function Hand({ pressed, isFaint }: { readonly pressed: readonly Finger[]; readonly isFaint: boolean }) {
  return (
    <g strokeWidth="2" opacity={isFaint ? 0.45 : 1}>
      {Object.entries(FINGERS).map(([finger, d]) => (
        <path
          key={finger}
          d={d}
          fill={pressed.some((one) => one === finger) ? clay : isFaint ? paper : skin}
        />
      ))}
      <path d="M9 33h25v17q0 12-12.500 12T9 50Z" fill={isFaint ? paper : skin} />
    </g>
  );
}

function Hands({
  side,
  pressed,
}: {
  readonly side: 'left' | 'right' | 'both';
  readonly pressed: readonly Finger[];
}) {
  const of = (hand: 'left' | 'right') => ({
    pressed: side === hand || side === 'both' ? pressed : [],
    isFaint: side !== hand && side !== 'both',
  });
  return (
    <>
      <g transform="translate(35 3) scale(-1 1)">
        <Hand {...of('left')} />
      </g>
      <g transform="translate(37 3)">
        <Hand {...of('right')} />
      </g>
    </>
  );
}

/** Both hands seen from the back, so that right and left are where the person has them; the finger meant is dark. */
export const hands = {
  'right-index-finger': <Hands side="right" pressed={['index']} />,
  'left-index-finger': <Hands side="left" pressed={['index']} />,
  'right-thumb': <Hands side="right" pressed={['thumb']} />,
  'left-thumb': <Hands side="left" pressed={['thumb']} />,
  'other-finger': <Hands side="both" pressed={['middle', 'ring', 'little']} />,
} as const;
