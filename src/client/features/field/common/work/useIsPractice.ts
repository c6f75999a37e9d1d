import { useRouter } from 'wouter';

/** On the practice ground there is no office that could be told anything. */
export function useIsPractice(): boolean {
  return useRouter().base.endsWith('/practice');
}
