import type { FastifyInstance } from 'fastify';
import type { ErrorBody } from '../../../contract/errors.ts';
import {
  ConvertedXlsForm,
  ConvertXlsFormQuery,
  convertXlsFormPath,
  XLSFORM_MEDIA_TYPE,
} from '../../../contract/operations/procedures.ts';
import { authorLanguage } from '../../commands/author-language.ts';
import { convertXlsForm } from '../../commands/convert-xlsform.ts';
import type { Deps } from '../../deps.ts';
import { statusOf } from '../error-reply.ts';
import { sessionOf } from './session.ts';

/** Forms are some hundred kilobytes; what they unpack to is bounded by who reads them. */
const LIMIT = 4 * 1024 * 1024;
/** Reading one takes the server a moment, and nobody needs more. */
const BUDGET = { max: 30, timeWindow: '1 minute' };

/** Spreadsheets of authors who need no programmer. */
export async function addXlsForms(desk: FastifyInstance, deps: Deps): Promise<void> {
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
