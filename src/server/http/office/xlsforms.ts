import type { FastifyInstance } from 'fastify';
import { toBase64url } from '../../../contract/base64url.ts';
import type { ErrorBody } from '../../../contract/errors.ts';
import {
  ConvertedXlsForm,
  ConvertXlsFormQuery,
  convertXlsFormPath,
  exportXlsForm,
  XLSFORM_MEDIA_TYPE,
} from '../../../contract/operations/procedures.ts';
import { authorLanguage } from '../../commands/author-language.ts';
import { convertXlsForm } from '../../commands/convert-xlsform.ts';
import { writeXlsForm } from '../../commands/write-xlsform.ts';
import type { Deps } from '../../deps.ts';
import { statusOf } from '../error-reply.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Forms are some hundred kilobytes; what they unpack to is bounded by who reads them. */
const LIMIT = 4 * 1024 * 1024;
/** Reading one takes the server a moment, and nobody needs more. */
const BUDGET = { max: 30, timeWindow: '1 minute' };

/** Spreadsheets of authors who need no programmer: taken in, and given out. */
export async function addXlsForms(desk: FastifyInstance, deps: Deps): Promise<void> {
  addOperation(
    desk,
    exportXlsForm,
    async ({ params, query }, request) => {
      const { actor } = sessionOf(request);
      const outcome = await writeXlsForm(deps, actor, params, authorLanguage(query.language));
      if (outcome.kind === 'written')
        return ok({ workbook: toBase64url(outcome.workbook), notes: [...outcome.notes] });
      return outcome.kind === 'forbidden' ? refused('forbidden', outcome.reason) : refused('not-found');
    },
    { budget: BUDGET },
  );
  await desk.register(async (scope) => {
    scope.addContentTypeParser(
      XLSFORM_MEDIA_TYPE,
      { parseAs: 'buffer', bodyLimit: LIMIT },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      convertXlsFormPath,
      {
        bodyLimit: LIMIT,
        config: { rateLimit: BUDGET },
        schema: { operationId: 'convertXlsForm', consumes: [XLSFORM_MEDIA_TYPE] },
        validatorCompiler: () => (value: unknown) => ({ value }),
      },
      async (request, reply) => {
        const refuse = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
        const query = ConvertXlsFormQuery.safeParse(request.query);
        if (!query.success || !Buffer.isBuffer(request.body)) return refuse({ kind: 'malformed' });
        const { fileName, language } = query.data;
        const outcome = await convertXlsForm(deps, sessionOf(request).actor, {
          bytes: new Uint8Array(request.body),
          fileName,
          language: authorLanguage(language),
        });
        return outcome.kind === 'converted'
          ? reply.send(ConvertedXlsForm.parse(outcome.converted))
          : refuse({ kind: 'forbidden', detail: outcome.reason });
      },
    );
  });
}
