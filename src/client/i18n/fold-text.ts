/** For parts that know no business words: the one folding that searching and matching share everywhere. */
export { foldText } from '../../domain/citizen/fold.ts';
