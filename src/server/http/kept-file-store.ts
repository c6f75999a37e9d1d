import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';

type Upload = Parameters<FileStore['create']>[0];

/**
 * The package's store empties the file when an upload is created. Of two creations at the same moment, both let in while
 * nothing was there, the second would so throw away what the first has brought and got its receipt for. Here what was
 * begun is never begun anew: it is asked about under the upload's lock, and `refuse` makes what is thrown then. Bytes of
 * which a power cut took the description count as nothing.
 */
export class KeptFileStore extends FileStore {
  readonly #isBegun: (id: string) => Promise<boolean>;
  readonly #refuse: () => object;

  constructor(options: {
    readonly directory: string;
    readonly isBegun: (id: string) => Promise<boolean>;
    readonly refuse: () => object;
  }) {
    super({ directory: options.directory });
    this.#isBegun = options.isBegun;
    this.#refuse = options.refuse;
  }

  override async create(upload: Upload): Promise<Upload> {
    const path = join(this.directory, upload.id);
    if (await this.#isBegun(upload.id)) throw this.#refuse();
    await writeFile(path, '');
    await this.configstore.set(upload.id, upload);
    upload.storage = { type: 'file', path };
    return upload;
  }
}
