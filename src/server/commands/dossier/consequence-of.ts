import type { DossierAct } from '../../../contract/operations/dossier-actions.ts';
import { accept } from './accept.ts';
import { type ActContext, type Consequence, type Impossible, nothingElse } from './consequence.ts';
import { extend } from './extend.ts';
import { forward, handBack } from './forward.ts';
import { goOn } from './go-on.ts';
import { reassignSupplement } from './reassign-supplement.ts';
import { requestSupplement } from './request-supplement.ts';

/** What follows from each act. Those that only change status and state (`domain/dossier/state.ts`) have nothing else. */
export async function consequenceOf(at: ActContext, act: DossierAct): Promise<Consequence | Impossible> {
  switch (act.kind) {
    case 'accept':
      return accept(at, act);
    case 'request-supplement':
      return requestSupplement(at, act);
    case 'reassign-supplement':
      return reassignSupplement(at, act);
    case 'complete-supplement':
    case 'confirm-payment':
    case 'cancel-payment':
      return goOn(at);
    case 'forward':
      return forward(at, act);
    case 'hand-back':
    case 'propose-supplement':
      return handBack(at);
    case 'extend':
      return extend(at, act);
    case 'refuse':
    case 'begin':
    case 'request-payment':
    case 'refund-payment':
    case 'take-papers':
    case 'give-back-papers':
    case 'stop':
    case 'withdraw':
    case 'finish':
    case 'return-result':
      return nothingElse;
  }
}
