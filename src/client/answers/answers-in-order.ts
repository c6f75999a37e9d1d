/** The order of the form: one rule for the screens and for the office's papers. */
export { answersInOrder } from '../../domain/answers/answers-in-order.ts';
